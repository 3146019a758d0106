export type { Labels } from './labels.ts'
export { labelsOf, titleLanguages } from './load.ts'
export { titleIn } from './title.ts'
