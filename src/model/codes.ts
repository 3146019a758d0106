/** The code lists of the field. Labels and mappings of the sectors stand in `sectors.yaml`. */
export const forces = ['agreed', 'pledged', 'planned', 'offered', 'urged', 'hoped', 'considered'] as const
export type Force = (typeof forces)[number]

export const actions = [
  'strengthen', 'align', 'establish', 'sign', 'draft', 'negotiate', 'build', 'launch', 'complete', 'finance', 'study', 'facilitate',
  'increase', 'open', 'hold', 'host', 'exchange', 'support', 'implement', 'coordinate', 'protect', 'reduce', 'other',
] as const
export type Action = (typeof actions)[number]

export const polarities = ['will', 'will-not'] as const
export type Polarity = (typeof polarities)[number]

/** Urgency for which a text gives no calendar value. */
export const hedges = ['asap', 'soon', 'next-meeting', 'long-term'] as const
export type Hedge = (typeof hedges)[number]

export const instrumentTypes = [
  'agreement', 'memorandum', 'treaty', 'protocol', 'plan', 'guidelines', 'statement', 'contract', 'list',
  'committee', 'working-group', 'centre', 'fund', 'other',
] as const
export type InstrumentType = (typeof instrumentTypes)[number]

export const instrumentStatuses = ['proposed', 'agreed', 'signed', 'in-force', 'established', 'ended', 'existing'] as const
export type InstrumentStatus = (typeof instrumentStatuses)[number]

export const stages = ['proposed', 'planned', 'under-construction', 'launched', 'completed', 'suspended', 'cancelled'] as const
export type Stage = (typeof stages)[number]

export const meetingTypes = ['session', 'talks', 'visit', 'summit', 'forum', 'call', 'ceremony', 'other'] as const
export type MeetingType = (typeof meetingTypes)[number]

export const meetingStatuses = ['held', 'scheduled'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const entityTypes = ['state', 'person', 'body', 'company', 'place', 'programme', 'event'] as const
export type EntityType = (typeof entityTypes)[number]

export const sectors = [
  'production-capacity', 'energy', 'oil-and-gas', 'nuclear', 'mining', 'metals', 'building-materials', 'petrochemicals', 'automotive',
  'manufacturing', 'agriculture', 'trade', 'investment', 'finance', 'customs', 'quality-inspection', 'transport', 'railways', 'roads',
  'aviation', 'ports-and-logistics', 'telecoms-and-digital', 'science-and-technology', 'environment', 'water', 'health', 'education',
  'culture', 'tourism', 'people-to-people', 'media', 'security', 'defence', 'justice', 'border-and-local', 'governance',
] as const
export type Sector = (typeof sectors)[number]

/** The five kinds of item, in the order in which a reading lists them. */
export const kinds = ['meeting', 'commitment', 'instrument', 'project', 'figure'] as const
export type Kind = (typeof kinds)[number]
