import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism, userInfo } from 'node:os'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { type OrganisationSettings, openService, type Service, type ServiceSettings } from '../server/index.ts'
import { accountsPath, ledgerPath } from './ledger.ts'
import { whole } from './options.ts'
import { finished, write } from './output.ts'
import { misuse } from './usage.ts'
import { visible } from './visible.ts'

const options = {
  ledger: { type: 'string' }, accounts: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' }, cert: { type: 'string' }, key: { type: 'string' }, proxy: { type: 'boolean' },
  oidc: { type: 'string' }, 'oidc-client': { type: 'string' }, 'oidc-secret-file': { type: 'string' }, address: { type: 'string' },
  pages: { type: 'string' }, threads: { type: 'string' }, open: { type: 'boolean' }, sample: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const

const usualPort = 8722

export const serveHelp = `tawafuq serve

Answers over HTTP on this machine, and prints an address that opens once. What it answers stands at /api/docs. Ctrl-C ends it.
Others are let in only when there are accounts (tawafuq account), and only over TLS.

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
  --port N           ${usualPort} if not given; 0 for any that is free
  --host H           127.0.0.1 if not given; another needs accounts, --cert and --key
  --cert FILE        a certificate (PEM), to speak TLS
  --key FILE         its key
  --proxy            a proxy on this machine speaks TLS and passes requests on; accounts are needed
  --accounts FILE    where the accounts are; beside the ledger if not given
  --oidc ISSUER      an organisation that signs people in (OpenID Connect); nothing else of the network is ever asked
  --oidc-client ID   what the organisation calls this server
  --oidc-secret-file FILE  its secret, if it has one; else TAWAFUQ_OIDC_SECRET
  --address URL      how browsers reach this server, https://ledger.example; needed with --oidc where others are let in
  --pages FOLDER     the built pages; dist-web of the program if not given
  --threads N        how many processors to use for reading
  --open             opens the address in a browser
  --sample           puts the sample of China and Kazakhstan into a ledger in which nothing is yet

Examples
  tawafuq serve --open
  tawafuq serve --ledger committee.sqlite --port 9000
  tawafuq serve --host 0.0.0.0 --cert ledger.pem --key ledger.key
  tawafuq serve --proxy --address https://ledger.example --oidc https://sign-in.example --oidc-client ledger --oidc-secret-file secret.txt
`

type Values = ReturnType<typeof parse>['values']
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options })

const portOf = (value: string | undefined): number => {
  const port = value === '0' ? 0 : whole('--port', value, usualPort)
  if (port > 65_535) throw new Misuse(`--port ${port} is no port: 0 to 65535 are.`)
  return port
}

const tlsOf = ({ cert, key }: Values): ServiceSettings['tls'] => {
  if (cert === undefined && key === undefined) return null
  if (cert === undefined || key === undefined) throw new Misuse('--cert and --key go together: give both files.')
  return { cert, key }
}

const secretIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new Misuse(`--oidc-secret-file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason was given'}). Name a file that holds the secret and nothing else.`, { cause: error })
  }
}

/** A secret on the command line could be read by everybody on the machine. */
const secretOf = (file: string | undefined): string | null => {
  const secret = file === undefined ? (process.env['TAWAFUQ_OIDC_SECRET'] ?? null) : secretIn(file)
  if (secret === '') throw new Misuse(`${file === undefined ? 'TAWAFUQ_OIDC_SECRET' : `--oidc-secret-file ${file}`} is empty. Put the secret there, or leave it away if there is none.`)
  return secret
}

const organisationOf = ({ oidc, 'oidc-client': client, 'oidc-secret-file': file }: Values): OrganisationSettings | null => {
  if (oidc === undefined && client === undefined && file === undefined) return null
  if (oidc === undefined || client === undefined) throw new Misuse('--oidc and --oidc-client go together: give the issuer, and what it calls this server.')
  return { issuer: oidc, client, secret: secretOf(file) }
}

const settingsOf = (values: Values): ServiceSettings => {
  const ledger = ledgerPath(values.ledger)
  return {
    ledger, accounts: accountsPath(values.accounts, ledger), host: values.host ?? '127.0.0.1', tls: tlsOf(values), proxy: values.proxy ?? false, organisation: organisationOf(values), address: values.address ?? null,
    pages: values.pages ?? join(import.meta.dirname, '..', '..', 'dist-web'), owner: userInfo().username,
    readers: whole('--threads', values.threads, Math.max(1, availableParallelism() - 1)), log: process.stderr,
  }
}

const busy: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program. Choose another with --port.', EACCES: 'needs the rights of an administrator. Choose one from 1024 up with --port.',
  EADDRNOTAVAIL: 'is no address of this machine. Check --host.',
}

const listening = async ({ app }: Service, host: string, port: number): Promise<number> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const cure = busy[(error as NodeJS.ErrnoException).code ?? '']
    throw cure === undefined ? error : new Misuse(`${host}:${port} ${cure}`, { cause: error })
  }
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] }

/** Whoever has no browser to open sees the address anyway. */
const show = (address: string): void => {
  const [command, ...args] = openers[process.platform] ?? openers['linux']!
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** `tawafuq serve` */
export const serveVerb = async (args: readonly string[]): Promise<number> => {
  const { values } = misuse(() => parse(args))
  if (values.help) return finished(serveHelp)
  const [settings, port] = [settingsOf(values), portOf(values.port)]
  const service = await openService(settings)
  const stop = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  try {
    const found = await listening(service, settings.host, port)
    const address = `${settings.tls ? 'https' : 'http'}://${isIPv6(settings.host) ? `[${settings.host}]` : settings.host}:${found}/`
    await write(`Tawafuq serves ${visible(settings.ledger.replace(/:[^:@/]*@/, ':…@'))}\n${service.token === null ? address : `${address}?token=${service.token}`}\n${service.token === null ? '' : 'This address opens once. '}Ctrl-C ends it.\n`)
    if (values.sample) await service.welcome()
    if (values.open) show(service.token === null ? address : `${address}?token=${service.token}`)
    await stop
  } finally {
    await service.close()
  }
  return 0
}
