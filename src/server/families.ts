/** The kinds of thread. */
export const families = ['commitment', 'instrument', 'project', 'target', 'mechanism', 'meeting'] as const
