import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'

const usage = `npm run bench:server [-- --seconds 5] [--json]

Requests a second of the board, with sessions, roles, headers and all, beside a bare fastify route that sends the same bytes, in one run over
loopback: 10 connections, the server in a process of its own.`

const options = { seconds: { type: 'string', default: '5' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const

/** What the serving process tells when it is ready. */
export type Ready = { readonly bare: string; readonly service: string; readonly cookie: string; readonly threads: number; readonly bytes: number }

type Rate = { readonly name: string; readonly rate: number; readonly late: number; readonly failed: number }

const rateOf = async (name: string, url: string, headers: Readonly<Record<string, string>>, duration: number): Promise<Rate> => {
  const { requests, latency, non2xx, errors } = await autocannon({ url, headers, duration, connections: 10 })
  return { name, rate: requests.average, late: latency.p99, failed: non2xx + errors }
}

const asofs = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2024, 2, 2 + at)).toISOString().slice(0, 10))

/** Every request asks about another day, so that no answer is at hand. */
const freshRate = async (service: string, headers: Readonly<Record<string, string>>): Promise<Rate> => {
  const requests = asofs.map((asof) => ({ path: `/api/board?limit=20&asof=${asof}` }))
  const { requests: done, latency, non2xx, errors } = await autocannon({ url: service, headers, requests, amount: asofs.length, connections: 1 })
  return { name: 'board, every answer new', rate: done.average, late: latency.p99, failed: non2xx + errors }
}

const measured = async ({ bare, service, cookie }: Ready, seconds: number): Promise<readonly Rate[]> => {
  const board = `${service}/api/board?limit=20&asof=2024-03-01`
  await rateOf('warm', bare, {}, 1)
  await rateOf('warm', board, { cookie }, 1)
  return [await rateOf('bare fastify route', bare, {}, seconds), await rateOf('board, as served', board, { cookie }, seconds), await freshRate(service, { cookie })]
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const child = fork(join(import.meta.dirname, 'serving.ts'))
  try {
    const [ready] = (await once(child, 'message')) as [Ready]
    const rates = await measured(ready, Number(values.seconds))
    const ratio = rates[1]!.rate / rates[0]!.rate
    if (values.json) return console.log(JSON.stringify({ threads: ready.threads, bytes: ready.bytes, rates, ratio }))
    console.log(`${ready.threads} threads, ${ready.bytes} bytes an answer\n`)
    for (const { name, rate, late, failed } of rates) console.log(`${name.padEnd(26)}${Math.round(rate).toString().padStart(8)} requests/s   99 % within ${late} ms${failed > 0 ? `   ${failed} failed` : ''}`)
    console.log(`\nserved against bare: ${ratio.toFixed(2)}`)
  } finally {
    child.kill()
  }
}

await main()
