import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { type Account, type Accounts, codesOf, oneOf, openAccounts, roles } from '../server/index.ts'
import { accountsPath, ledgerPath } from './ledger.ts'
import { finished } from './output.ts'
import { misuse } from './usage.ts'
import { visible } from './visible.ts'

const options = { ledger: { type: 'string' }, accounts: { type: 'string' }, role: { type: 'string' }, oidc: { type: 'string' }, subject: { type: 'string' }, between: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } as const

export const accountHelp = `tawafuq account add NAME | password NAME | remove NAME | list

Who may sign in to tawafuq serve, and what for. A reader reads; an editor decides and records too; an administrator looks after the ledger too.
The password is asked for, or is the first line of standard input. A new password and a removal end all sessions of the account.

  --ledger WHERE     the ledger beside which the accounts are; else TAWAFUQ_LEDGER, else the one in your data folder
  --accounts FILE    another file
  --role ROLE        ${roles.join(', ')}; reader if not given
  --between CN,KZ    the account sees only what is between these states (ISO 3166); may be given several times
  --oidc ISSUER      the account has no password: this organisation signs the person in (tawafuq serve --oidc)
  --subject SUBJECT  what the organisation calls the person (sub); whoever tries to sign in without an account is shown it

Examples
  tawafuq account add Aigul --role editor
  tawafuq account add Omar --between CN,KZ --between KZ,OM
  tawafuq account add Rana --oidc https://sign-in.example --subject 248289761001
  tawafuq account list
`

/** What is typed is not shown. */
const typed = async (question: string): Promise<string> => {
  process.stderr.write(question)
  const terminal = createInterface({ input: process.stdin, output: new Writable({ write: (_chunk, _encoding, done) => done() }), terminal: true })
  try {
    return await new Promise<string>((answer, left) => {
      terminal.once('line', answer)
      terminal.once('close', () => left(new Misuse('No password was given.')))
    })
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

const firstLine = async (): Promise<string> => {
  for await (const line of createInterface({ input: process.stdin })) return line
  throw new Misuse('No password was given: it is the first line of standard input.')
}

const password = async (): Promise<string> => {
  if (!process.stdin.isTTY) return firstLine()
  const first = await typed('Password: ')
  if (first !== (await typed('Again: '))) throw new Misuse('The two are not the same. Nothing was changed.')
  return first
}

type Values = { readonly role?: string | undefined; readonly between?: readonly string[] | undefined; readonly oidc?: string | undefined; readonly subject?: string | undefined }

const line = ({ name, role, within, identity }: Account): string =>
  `${visible(name)}  ${role}${within === null ? '' : `  between ${within.map((group) => group.join(',')).join(' and ')}`}${identity === null ? '' : `  by ${identity.issuer} as ${identity.subject}`}\n`

type Doing = (accounts: Accounts, name: string, values: Values) => Promise<string>

const doing: Readonly<Record<string, Doing>> = {
  add: async (accounts, name, { role, between, oidc, subject }) => {
    const within = between ? between.map((one) => codesOf('--between', one)) : null
    if (within?.some((group) => group.length < 2)) throw new Misuse('--between needs two states at least: --between CN,KZ.')
    if ((oidc === undefined) !== (subject === undefined)) throw new Misuse('--oidc and --subject go together: who signs the person in, and under which name.')
    const caller = { name, role: oneOf('--role', role, roles, 'reader'), within }
    if (oidc !== undefined && subject !== undefined) accounts.admit(caller, { issuer: oidc, subject })
    else await accounts.add(caller, await password())
    return `Added ${visible(name)}.\n`
  },
  password: async (accounts, name) => {
    await accounts.setPassword(name, await password())
    return `${visible(name)} has a new password, and no session any more.\n`
  },
  remove: async (accounts, name) => {
    accounts.remove(name)
    return `Removed ${visible(name)}.\n`
  },
  list: async (accounts) => accounts.all().map(line).join('') || 'There are no accounts. tawafuq account add NAME adds one.\n',
}

/** `tawafuq account ...` */
export const accountVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals: [verb, name, ...more] } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(accountHelp)
  if (verb === undefined || !Object.hasOwn(doing, verb) || more.length > 0 || (name === undefined) !== (verb === 'list')) throw new Misuse('Write it as: tawafuq account add NAME, password NAME, remove NAME, or list')
  const accounts = await openAccounts(accountsPath(values.accounts, ledgerPath(values.ledger)))
  try {
    return await finished(await doing[verb]!(accounts, name ?? '', values))
  } finally {
    accounts.close()
  }
}
