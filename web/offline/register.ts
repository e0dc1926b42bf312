/** The service worker, where the browser has such a thing: only for pages that came by https, or from this very machine. */
export const canKeepPacks = (): boolean => 'serviceWorker' in navigator && 'caches' in window

export function registerWorker(): void {
  // A page that is being developed changes faster than anything could be kept.
  if (!canKeepPacks() || import.meta.env.DEV) return
  // Without it everything works but the pack: no reason to stop.
  void navigator.serviceWorker.register('/service_worker.js').catch(() => {})
}
