import '@mantine/core/styles.layer.css'
import './style/tokens.css'
import './style/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App.tsx'
import { registerWorker } from './offline/register.ts'
import { useConsole } from './state/store.ts'
import { startWords } from './words/words.ts'

await startWords(useConsole.getState().language)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
registerWorker()
