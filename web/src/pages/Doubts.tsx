export const Doubts = (_: { readonly id?: string | null }) => <p>Doubts</p>
