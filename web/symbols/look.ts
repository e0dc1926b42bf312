export * from '#geodata/layers/look.ts'
