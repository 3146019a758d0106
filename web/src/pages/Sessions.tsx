export const Sessions = (_: { readonly id?: string | null }) => <p>Sessions</p>
