import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the pages of the workbench into dist-web, unless they are newer than everything that they are made of. */

const root = join(import.meta.dirname, '..')
const page = join(root, 'dist-web', 'index.html')

const changed = (file: string): number => statSync(join(root, file)).mtimeMs

const newest = (): number => Math.max(...globSync(['web/**/*.{ts,tsx,json,css,html,svg}', 'package-lock.json'], { cwd: root }).map(changed))

if (!existsSync(page) || changed('dist-web/index.html') < newest()) {
  process.stderr.write('Building the pages of the workbench …\n')
  const { build } = await import('vite') // Loaded only now: pages that are new need not wait for it.
  await build({ root: join(root, 'web'), configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'error' })
}
