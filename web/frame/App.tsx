import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from '../api/queries.ts'
import { ownColours, styleNonce, theme } from '../style/theme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { StartGate } from './StartGate.tsx'

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={ownColours} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <StartGate />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  )
}
