import type { Action, Force, InstrumentStatus, InstrumentType, Stage } from '../model/index.ts'

/** How binding a promise was said to be. What the two sides agree and what one of them pledges binds alike. */
export const forceRungs: Readonly<Record<Force, number>> = { considered: 0, hoped: 1, urged: 2, offered: 3, planned: 4, pledged: 5, agreed: 5 }

/** How far up an instrument stands; one that is only mentioned stands on no rung. Two on one rung are two ways of being there. */
export const instrumentRungs: Readonly<Record<InstrumentStatus, number>> = { existing: 0, proposed: 1, agreed: 2, signed: 3, 'in-force': 4, established: 4, ended: 4 }

/** Instruments that are set up and then act. */
export const bodies: ReadonlySet<InstrumentType> = new Set(['fund', 'committee', 'working-group', 'centre'])

/** How far up a project stands; to stop and to give up are no rungs. */
export const projectRungs: Readonly<Record<Stage, number>> = { suspended: 0, cancelled: 0, proposed: 1, planned: 2, 'under-construction': 3, launched: 4, completed: 5 }

/** What must be reported for a promise to be kept. */
export type Goal = {
  /** Promises with one name are one promise, said again or moved. */
  readonly name: 'start' | 'finish' | 'agree' | 'sign' | 'set-up' | 'study' | 'finance' | 'meet' | 'reach'
  readonly instrument?: InstrumentStatus
  readonly project?: Stage
  readonly meeting?: true
  readonly figure?: true
  /** What is reported before this day reaches nothing. */
  readonly from?: string
}

/**
 * What keeps what. Deeds that are not here (strengthen, support, coordinate …) have no end that a program could see: said again they are
 * `repeated`, and only a person judges them kept.
 */
export const goals: Partial<Record<Action, Goal>> = {
  sign: { name: 'sign', instrument: 'signed' },
  draft: { name: 'agree', instrument: 'agreed' },
  negotiate: { name: 'agree', instrument: 'agreed' },
  establish: { name: 'set-up', instrument: 'established', project: 'launched' },
  launch: { name: 'finish', instrument: 'established', project: 'launched' },
  open: { name: 'finish', instrument: 'established', project: 'launched' },
  build: { name: 'finish', instrument: 'established', project: 'launched' },
  complete: { name: 'finish', instrument: 'signed', project: 'completed' },
  study: { name: 'study', instrument: 'agreed', project: 'under-construction' },
  finance: { name: 'finance', instrument: 'signed', project: 'under-construction' },
  hold: { name: 'meet', meeting: true },
  host: { name: 'meet', meeting: true },
}

/** The start of works, promised as such. */
export const start: Goal = { name: 'start', project: 'under-construction' }

/** To support, host or come to an event: the parties meet there. */
export const attend = (year: string | null): Goal => ({ name: 'meet', meeting: true, ...(year === null ? {} : { from: `${year}-01-01` }) })

/** A value to be reached. */
export const reach: Goal = { name: 'reach', figure: true }
