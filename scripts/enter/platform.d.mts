export type Runtime = { readonly nodePackage: string; readonly nodeFile: string; readonly postgresPackage: string }
export declare const runtimeVersion: string
export declare const runtimeOf: (platform: string, architecture: string) => Runtime | undefined
export declare const supportedPlatforms: readonly string[]
