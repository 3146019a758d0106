export const Projects = (_: { readonly id?: string | null }) => <p>Projects</p>
