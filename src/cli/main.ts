import { finished } from './output.ts'
import { Misuse, help } from './usage.ts'
import { version } from './version.ts'
import { visible } from './visible.ts'

/** A verb gets the arguments after its name and answers with the exit code. */
type Verb = (args: readonly string[]) => Promise<number>

const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  read: async () => (await import('./read.ts')).readVerb,
  samples: async () => (await import('./samples.ts')).samplesVerb,
  record: async () => (await import('./record.ts')).recordVerb,
  thread: async () => (await import('./thread.ts')).threadVerb,
  board: async () => (await import('./board.ts')).boardVerb,
}

const unknown = (verb: string): Misuse =>
  new Misuse(verb.startsWith('-') ? `Options follow a verb: tawafuq read FILE ${verb}` : `There is no verb "${verb}": ${Object.keys(verbs).join(', ')} are known.`)

const dispatch = async ([verb, ...args]: readonly string[]): Promise<number> => {
  if (verb === undefined) throw new Misuse('No verb was given: tawafuq read FILE reads a file.')
  if (verb === '--version') return finished(`${version}\n`)
  if (verb === '--help' || verb === '-h' || verb === 'help') return finished(help)
  if (!Object.hasOwn(verbs, verb)) throw unknown(verb)
  return (await verbs[verb]!())(args)
}

/** Runs the program; the answer is its exit code. */
export const main = async (args: readonly string[]): Promise<number> => {
  try {
    return await dispatch(args)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`tawafuq: ${visible(error.message)}\ntawafuq --help shows the usage.\n`)
    return 2
  }
}
