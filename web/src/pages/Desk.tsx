export const Desk = (_: { readonly id?: string | null }) => <p>Desk</p>
