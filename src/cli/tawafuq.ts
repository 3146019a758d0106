#!/usr/bin/env node
// Everything is imported only after the check: an older Node would stop at the first import with a message that helps nobody.
const least = 24

if (Number(process.versions.node.split('.')[0]) < least) {
  process.stderr.write(`tawafuq: needs Node ${least} or later, and this is Node ${process.versions.node}. Install a newer one, from https://nodejs.org for example.\n`)
  process.exitCode = 2
} else {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
