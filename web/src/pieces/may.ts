import { api } from '../api.ts'
import { useAsk } from '../asking.ts'

/** Whoever is signed in; null while that is not known. */
export const useAccount = () => useAsk('account', () => api.account()).value

/** Whether the account may decide and add: a reader is not offered what he would be refused. */
export const useMayDecide = (): boolean => useAccount()?.role !== 'reader'
