export * from './codes.ts'
export type * from './evidence.ts'
export type * from './reading.ts'
export type * from './terms.ts'
