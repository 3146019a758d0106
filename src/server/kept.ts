/** Keeps the last answers, up to so many characters in all: the same question to the same lines has the same answer. */
export const keeper = (most: number): ((key: string, make: () => Promise<string>) => Promise<string>) => {
  const answers = new Map<string, string>()
  let size = 0
  const put = (key: string, answer: string): void => {
    if (answers.has(key)) return
    answers.set(key, answer)
    size += key.length + answer.length
    for (const [oldest, text] of answers) {
      if (size <= most) return
      answers.delete(oldest)
      size -= oldest.length + text.length
    }
  }
  return async (key, make) => {
    const before = answers.get(key)
    if (before !== undefined) {
      answers.delete(key)
      answers.set(key, before)
      return before
    }
    const answer = await make()
    put(key, answer)
    return answer
  }
}
