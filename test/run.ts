import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const program = join(root, 'src', 'cli', 'tawafuq.ts')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the program as a user does, in a process of its own and without a terminal. */
export const run = (args: readonly string[], input: string | Uint8Array = '', env: Readonly<Record<string, string>> = {}): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, cwd: root, env: { ...process.env, ...env }, maxBuffer: 1 << 28, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

export const json = (text: string): Record<string, never> => JSON.parse(text) as Record<string, never>
export const jsonLines = (text: string): readonly Record<string, never>[] => text.trimEnd().split('\n').map(json)
