export const Targets = (_: { readonly id?: string | null }) => <p>Targets</p>
