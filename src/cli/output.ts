import { once } from 'node:events'

/**
 * Writes to standard output and waits while the reader of a pipe is slow. When that reader has gone (`| head`), what is left to say
 * interests nobody: the program ends at once, quietly and with success.
 */
export const write = async (output: string): Promise<void> => {
  watch()
  if (!process.stdout.write(output)) await once(process.stdout, 'drain')
}

/** Writes the only output of a verb that cannot fail. */
export const finished = async (output: string): Promise<number> => {
  await write(output)
  return 0
}

const left = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`tawafuq: standard output cannot be written: ${error.message}\n`)
  process.exit(1)
}

let watched = false
const watch = (): void => {
  if (watched) return
  watched = true
  process.stdout.on('error', left)
}
