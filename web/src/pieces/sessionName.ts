import type { Session } from '../api.ts'
import { useSpeech } from '../speech.ts'

/** Names a session by its number within its committee. */
export const useSessionName = () => {
  const { t, number } = useSpeech()
  return ({ ordinal }: Pick<Session, 'ordinal'>): string => (ordinal === null ? t('sessions.unnumbered') : t('sessions.ordinal', { n: number(ordinal) }))
}
