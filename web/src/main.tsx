import '@fontsource/noto-sans-arabic/arabic-400.css'
import '@fontsource/noto-sans-arabic/arabic-600.css'
import '@fontsource/noto-sans/latin-400.css'
import '@fontsource/noto-sans/latin-600.css'
import '@fontsource/noto-naskh-arabic/arabic-400.css'
import '@fontsource/noto-naskh-arabic/latin-400.css'
import './style/ink.css'
import './style/house.css'
import './style/pieces.css'
import './style/pages.css'
import './style/print.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followHistory } from './returning.ts'

followHistory()
createRoot(document.querySelector('#page')!).render(<App />)
