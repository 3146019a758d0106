/** After every instant: a row that still holds ends here. */
export const always = '9'

/** The latest instant before `always`: what is known now is known then. */
export const latest = '8'
