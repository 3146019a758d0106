export const Add = (_: { readonly id?: string | null }) => <p>Add</p>
