import manifest from '../package.json' with { type: 'json' }

export const API_VERSION: string = manifest.version
