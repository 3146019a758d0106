/** The groups of parties that somebody may see, each by its codes: null is no limit. What lies between all parties of a group, or more, lies within. */
export type Within = readonly (readonly string[])[] | null

/** Whether something between some parties may be seen. */
export const liesWithin = (within: Within, between: readonly string[]): boolean =>
  within === null || within.some((group) => group.every((code) => between.includes(code)))
