/** Printed at every start of a demo, and shown at its door: such a server is never reachable from elsewhere. */
export const DEMO_PASSWORD = 'jiangli-demo'
