import type { Within } from './within.ts'

/** What an account may do: read; decide and record too; look after the ledger too. */
export const roles = ['reader', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who may call a route: everybody, or the accounts of a role and those above it. */
export type Access = 'everybody' | Role

/** Who calls. `within`: what the account may see. */
export type Caller = { readonly name: string; readonly role: Role; readonly within: Within }

export const allows = (role: Role, access: Access): boolean => access === 'everybody' || roles.indexOf(role) >= roles.indexOf(access)

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on routes for everybody when nobody is signed in. */
    caller: Caller | null
  }
  interface FastifyContextConfig {
    access?: Access
    /** Refused to accounts that may see a part only: what the route gives cannot be cut. */
    whole?: boolean
    /** A person comes here with a browser: refusals are pages to whoever asks for one. */
    page?: boolean
  }
}
