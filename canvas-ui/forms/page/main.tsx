import '../../kit/theme.css'
import '../../kit/theme.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FormsPage } from './forms-page.tsx'

// `npx vite canvas-ui`, then /forms.html: development only, the build starts from index.html and never sees it.
const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <FormsPage />
  </StrictMode>,
)
