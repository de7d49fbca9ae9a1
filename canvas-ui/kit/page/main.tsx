import '../theme.css'
import '../theme.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { KitPage } from './kit-page.tsx'

// `npx vite canvas-ui`, then /kit.html: development only, the build starts from index.html and never sees it.
const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <KitPage />
  </StrictMode>,
)
