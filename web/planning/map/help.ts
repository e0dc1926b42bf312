import { create } from 'zustand'

/** Whether the list of keys is open. */
export const useHelp = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))
