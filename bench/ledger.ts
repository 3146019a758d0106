import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { type Answered, answering, build, importing, news, type Recorded, recording, verifying } from './ledgermeasures.ts'

const usage = `npm run bench -- --ledger [--claims 10000,100000] [--fresh] [--json]

Measures a ledger in SQLite at several numbers of claims (up to 1000000, which takes some minutes to build): what it costs to record, to
ask, to import and to verify, and how that grows. Ledgers lie in ${tmpdir()} and are used again; --fresh builds them anew, which is needed
after a change of the store.`

const options = { ledger: { type: 'boolean' }, claims: { type: 'string', default: '10000,100000' }, fresh: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const

type Found = {
  readonly machine: string
  readonly sizes: readonly number[]
  readonly recorded: readonly Recorded[]
  /** Lines a second: of the smallest ledger imported, of every ledger verified. */
  readonly imported: number
  readonly verified: readonly number[]
  readonly answered: readonly Answered[]
}

const measured = async (sizes: readonly number[]): Promise<Found> => {
  const before = loadavg()[0]!
  const recorded = await recording(sizes)
  const imported = await importing(sizes[0]!)
  const [verified, answered]: [number[], Answered[]] = [[], []]
  for (const claims of sizes) {
    verified.push(await verifying(claims))
    answered.push(...await answering(claims))
  }
  const machine = `Node ${process.version}, ${process.arch}, ${availableParallelism()} processors, load ${before.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after`
  return { machine, sizes, recorded, imported, verified, answered }
}

const number = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1))

const row = (name: string, cells: readonly string[], note: string): string => `${name.padEnd(24)}${cells.map((cell) => cell.padStart(16)).join('')}   ${note}`

/** How many times as much the largest ledger takes as the smallest. */
const growth = ([first, ...more]: readonly number[]): string => (more.length > 0 ? `${(more.at(-1)! / first!).toFixed(2)} times` : '')

const answeredRows = ({ answered }: Found): readonly string[] =>
  [...Map.groupBy(answered, ({ name }) => name)].map(([name, all]) => row(name, all.map(({ median, p95 }) => `${number(median)} / ${number(p95)}`), growth(all.map(({ median }) => median))))

const printed = (found: Found): string => [
  found.machine,
  row('claims', found.sizes.map(String), ''),
  row('record, ms a document', found.recorded.map(({ seconds }) => number((1000 * seconds) / news)), growth(found.recorded.map(({ seconds }) => seconds))),
  row('  of it the processor', found.recorded.map(({ cpu }) => number((1000 * cpu) / news)), growth(found.recorded.map(({ cpu }) => cpu))),
  row('record, lines/s', found.recorded.map(({ seconds, lines }) => number(lines / seconds)), '25 documents at a time on the disk'),
  row('import, lines/s', [number(found.imported)], 'on the disk at the end'),
  row('verify, lines/s', found.verified.map(number), ''),
  'answers in ms: half of them / 95 % of them within',
  ...answeredRows(found),
].join('\n')

/** `npm run bench -- --ledger` */
export const ledgerBench = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options })
  if (values.help) return console.log(usage)
  const sizes = values.claims.split(',').map(Number).toSorted((one, other) => one - other)
  for (const claims of sizes) await build(claims, values.fresh ?? false)
  const found = await measured(sizes)
  console.log(values.json ? JSON.stringify(found, null, 1) : printed(found))
}
