import { Misuse } from '../ledger/index.ts'
import { version } from '../server/index.ts'
import { Refusal } from '../store/index.ts'
import { finished } from './output.ts'
import { help } from './usage.ts'
import { visible } from './visible.ts'

/** A verb gets the arguments after its name and answers with the exit code. */
type Verb = (args: readonly string[]) => Promise<number>

const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  read: async () => (await import('./read.ts')).readVerb,
  samples: async () => (await import('./samples.ts')).samplesVerb,
  record: async () => (await import('./record.ts')).recordVerb,
  thread: async () => (await import('./thread.ts')).threadVerb,
  board: async () => (await import('./board.ts')).boardVerb,
  search: async () => (await import('./search.ts')).searchVerb,
  review: async () => (await import('./review.ts')).reviewVerb,
  verify: async () => (await import('./keeping.ts')).verifyVerb,
  rebuild: async () => (await import('./keeping.ts')).rebuildVerb,
  backup: async () => (await import('./keeping.ts')).backupVerb,
  export: async () => (await import('./keeping.ts')).exportVerb,
  import: async () => (await import('./keeping.ts')).importVerb,
  serve: async () => (await import('./serve.ts')).serveVerb,
  account: async () => (await import('./account.ts')).accountVerb,
  completion: async () => (await import('./completion.ts')).completionVerb,
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
    if (error instanceof Refusal) {
      process.stderr.write(`tawafuq: ${visible(error.message)}\n`)
      return 1
    }
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`tawafuq: ${visible(error.message)}\ntawafuq --help shows the usage.\n`)
    return 2
  }
}
