export const World = (_: { readonly id?: string | null }) => <p>World</p>
