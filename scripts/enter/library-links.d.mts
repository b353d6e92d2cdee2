export declare const restoreLibraryLinks: (packageFolder: string) => void
