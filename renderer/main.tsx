import '@mantine/core/styles.css'
import './ui/fonts.css'
import './ui/theme.css'
import './ui/kit.css'
import './ui/data.css'
import './app/shell.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { queries } from './api/use-query.ts'
import { ErrorBoundary } from './app/error-boundary.tsx'
import { Gate } from './app/gate.tsx'
import { useHashLocation, useHashSearch } from './app/hash-location.ts'
import { theme } from './ui/theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')

// without style elements made at run time: the policy of index.html allows style sheets only
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      forceColorScheme="light"
    >
      <QueryClientProvider client={queries}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <ErrorBoundary place="">
            <Gate />
          </ErrorBoundary>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
