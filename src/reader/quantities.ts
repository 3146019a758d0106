import type { Page } from './page.ts'
export const markQuantities = (page: Page): Page => page
