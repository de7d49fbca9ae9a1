import './kit/theme.css'
import './kit/theme.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api/problem.ts'
import { App } from './app/app.tsx'
import { bringTemporal } from './app/temporal.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
// Asked once more, unless the server has said that the asking itself is wrong.
const retry = (times: number, failure: Error) => times < 1 && !(failure instanceof Problem && failure.status < 500)
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry } } })
void bringTemporal().then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  ),
)
