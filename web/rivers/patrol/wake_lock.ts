// Keeps the screen on while somebody walks: a telephone that sleeps gives no positions.
let sentinel: WakeLockSentinel | null = null
let isWanted = false

async function take(): Promise<boolean> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return false
  try {
    sentinel = await navigator.wakeLock.request('screen')
    return true
  } catch {
    // Battery saving says no.
    return false
  }
}

/** The system takes it back whenever another app comes to the front. */
const again = () => {
  if (isWanted && document.visibilityState === 'visible') void take()
}

/** False where the device does not do it. */
export async function keepScreenOn(): Promise<boolean> {
  if (!isWanted) document.addEventListener('visibilitychange', again)
  isWanted = true
  return take()
}

export function letScreenGo(): void {
  isWanted = false
  document.removeEventListener('visibilitychange', again)
  void sentinel?.release().catch(() => {})
  sentinel = null
}
