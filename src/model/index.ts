export * from './codes.ts'
export type * from './evidence.ts'
export type * from './reading.ts'
