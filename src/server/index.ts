import type { Accounts } from './accounts.ts'
import type { Service, ServiceSettings } from './service.ts'

export { found, type Found, labelIn, namesOf, printed, printedDoubt, printedFound, sessionNamed, sessionsOf, threadOf, titleLanguage, toldThen, whyFound, wordsOf } from './asking.ts'
export { codesOf, oneOf, someOf } from './choices.ts'
export { day } from './day.ts'
export { decided, type Decided, type Decision, isName, reasoned } from './deciding.ts'
export { type Document, failure, fetched, gather, type Given, type Job } from './document.ts'
export { type Handmade, tellByHand } from './handmade.ts'
export { isLanguage } from './language.ts'
export { decidingOn, type MomentAsked, momentAsked } from './moment.ts'
export { type Bytes, type Coming, lineJobs, lines, refused } from './ndjson.ts'
export { prepare, type Prepared, terms } from './prepare.ts'
export { families } from './families.ts'
export { reported, type Reported } from './reported.ts'
export { type Withdrawing, withdrawn } from './withdrawing.ts'
export { version } from './version.ts'
export { roles } from './access.ts'
export type { Account, Accounts, Identity } from './accounts.ts'
export type { OrganisationSettings } from './organisation.ts'
export type { Service, ServiceSettings } from './service.ts'

/** Makes a server. What it needs is loaded only now: the other verbs start without it. */
export const openService = async (settings: ServiceSettings): Promise<Service> => (await import('./service.ts')).openService(settings)

/** Opens the accounts of a server in a file; it is made, for its owner alone, when it is not there. */
export const openAccounts = async (path: string): Promise<Accounts> => (await import('./accounts.ts')).openAccounts(path)
