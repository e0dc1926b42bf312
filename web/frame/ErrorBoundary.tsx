import i18next from 'i18next'
import { Component, type ReactNode } from 'react'
import { Message } from './Message.tsx'

/** The last resort: whatever breaks while drawing the page, there is a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const reason = error instanceof Error ? error.message : String(error)
    return (
      <Message
        title={i18next.t('failure.crashTitle')}
        action={{ label: i18next.t('failure.reload'), run: () => location.reload() }}
        aside={i18next.t('failure.details', { reason })}
      >
        {i18next.t('failure.crashText')}
      </Message>
    )
  }
}
