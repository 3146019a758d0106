import type { Page } from './page.ts'
export const markTimes = (page: Page): Page => page
