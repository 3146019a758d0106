/** A code of ISO 639, in two or three small letters. It becomes part of the name of a file: nothing else may pass. */
export const isLanguage = (code: string): boolean => /^[a-z]{2,3}$/.test(code)
