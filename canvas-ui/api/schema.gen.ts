// Written by `npx vitest run engine/api/client -u` from what the server says of itself at /openapi.json.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and has all migrations */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                            /** @description rows in no month partition, counted to 1,000: 0 is well, others are slower to reach */
                            rowsOutsideMonths: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something a person did */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type?: "track";
                        userId?: string | null;
                        anonymousId?: string | null;
                        messageId?: string | null;
                        timestamp?: (string & (unknown & unknown)) | null;
                        originalTimestamp?: string | null;
                        sentAt?: string | null;
                        receivedAt?: string | null;
                        context?: {
                            [key: string]: unknown;
                        } | null;
                        integrations?: {
                            [key: string]: unknown;
                        } | null;
                        channel?: string | null;
                        version?: string | number | null;
                        writeKey?: string | null;
                        projectId?: string | null;
                        _metadata?: {
                            [key: string]: unknown;
                        } | null;
                        event: string;
                        properties?: {
                            [key: string]: unknown;
                        } | null;
                    } | {
                        userId: string;
                    } | {
                        anonymousId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description events stored */
                            stored: number;
                            /** @description events whose message id was seen within 30 days: accepted again, stored once */
                            repeated: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is known of a person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type?: "identify";
                        userId?: string | null;
                        anonymousId?: string | null;
                        messageId?: string | null;
                        timestamp?: (string & (unknown & unknown)) | null;
                        originalTimestamp?: string | null;
                        sentAt?: string | null;
                        receivedAt?: string | null;
                        context?: {
                            [key: string]: unknown;
                        } | null;
                        integrations?: {
                            [key: string]: unknown;
                        } | null;
                        channel?: string | null;
                        version?: string | number | null;
                        writeKey?: string | null;
                        projectId?: string | null;
                        _metadata?: {
                            [key: string]: unknown;
                        } | null;
                        traits?: {
                            [key: string]: unknown;
                        } | null;
                        consents?: {
                            /** @enum {string} */
                            channel: "inbox" | "email";
                            /** @enum {string} */
                            purpose: "marketing" | "service" | "transactional";
                            granted: boolean;
                        }[] | null;
                    } | {
                        userId: string;
                    } | {
                        anonymousId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description events stored */
                            stored: number;
                            /** @description events whose message id was seen within 30 days: accepted again, stored once */
                            repeated: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journeys/{key}/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a person enter a journey by its API trigger, and answers whether it did */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the key of the journey */
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        userId?: string | null;
                        anonymousId?: string | null;
                        /** @description what nodes read as event.* */
                        data?: {
                            [key: string]: unknown;
                        } | null;
                        /** @description a call of the same key within 30 days is accepted again and changes nothing */
                        idempotencyKey?: string | null;
                    } | {
                        userId: string;
                    } | {
                        anonymousId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description whether the person entered */
                            taken: boolean;
                            /**
                             * @description why not
                             * @enum {string}
                             */
                            reason?: "already-entered" | "still-inside" | "too-many-entries" | "too-many-at-once" | "outside-window" | "too-late" | "too-deep" | "journey-not-running" | "member-filter" | "in-other-journey" | "repeated";
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Many calls: all are taken, or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        batch: (({
                            /** @enum {string} */
                            type: "track";
                            userId?: string | null;
                            anonymousId?: string | null;
                            messageId?: string | null;
                            timestamp?: (string & (unknown & unknown)) | null;
                            originalTimestamp?: string | null;
                            sentAt?: string | null;
                            receivedAt?: string | null;
                            context?: {
                                [key: string]: unknown;
                            } | null;
                            integrations?: {
                                [key: string]: unknown;
                            } | null;
                            channel?: string | null;
                            version?: string | number | null;
                            writeKey?: string | null;
                            projectId?: string | null;
                            _metadata?: {
                                [key: string]: unknown;
                            } | null;
                            event: string;
                            properties?: {
                                [key: string]: unknown;
                            } | null;
                        } | {
                            userId: string;
                        } | {
                            anonymousId: string;
                        }) | ({
                            /** @enum {string} */
                            type: "identify";
                            userId?: string | null;
                            anonymousId?: string | null;
                            messageId?: string | null;
                            timestamp?: (string & (unknown & unknown)) | null;
                            originalTimestamp?: string | null;
                            sentAt?: string | null;
                            receivedAt?: string | null;
                            context?: {
                                [key: string]: unknown;
                            } | null;
                            integrations?: {
                                [key: string]: unknown;
                            } | null;
                            channel?: string | null;
                            version?: string | number | null;
                            writeKey?: string | null;
                            projectId?: string | null;
                            _metadata?: {
                                [key: string]: unknown;
                            } | null;
                            traits?: {
                                [key: string]: unknown;
                            } | null;
                            consents?: {
                                /** @enum {string} */
                                channel: "inbox" | "email";
                                /** @enum {string} */
                                purpose: "marketing" | "service" | "transactional";
                                granted: boolean;
                            }[] | null;
                        } | {
                            userId: string;
                        } | {
                            anonymousId: string;
                        }))[];
                        sentAt?: string | null;
                        context?: {
                            [key: string]: unknown;
                        } | null;
                        integrations?: {
                            [key: string]: unknown;
                        } | null;
                        writeKey?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description events stored */
                            stored: number;
                            /** @description events whose message id was seen within 30 days: accepted again, stored once */
                            repeated: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/revoke-other-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and where they work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: {
                                id: string;
                                email: string;
                                name: string;
                            };
                            workspaces: {
                                key: string;
                                name: string;
                                zone: string;
                                /** @enum {string} */
                                role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                id: string;
                                email: string;
                                name: string;
                                /** @enum {string} */
                                role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                                /** Format: date-time */
                                since: string;
                                you: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a colleague out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change what a colleague may do */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/w/{ws}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is invited and has not come yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invitations: {
                                id: string;
                                email: string;
                                /** @enum {string} */
                                role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                                /** Format: date-time */
                                expiresAt: string;
                                expired: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody; an earlier invitation of the address no longer opens */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {string} */
                        role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                            /** Format: date-time */
                            expiresAt: string;
                            expired: boolean;
                            /** @description opens the invitation; shown this once */
                            link: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    invitation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspace: {
                                key: string;
                                name: string;
                            };
                            email: string;
                            /** @enum {string} */
                            role: "viewer" | "analyst" | "operator" | "approver" | "admin";
                            /** @description whether the address has a password here already */
                            known: boolean;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in by an invitation, and be signed in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        /** @description of a person who is new here */
                        name?: string;
                        /** @description a new one, or the one that the person has here already */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspace: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that are open */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                id: string;
                                name: string;
                                scopes: string[];
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a key that may write events */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @description shown this once */
                            key: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Close a key for good */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journeys, changed last first */
        get: {
            parameters: {
                query?: {
                    /** @description part of a name or key */
                    search?: string;
                    /** @description absent: all but archived ones */
                    state?: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                    folder?: string;
                    label?: string;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path: {
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            journeys: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                                folder: string | null;
                                labels: string[];
                                /** @description name of who made it */
                                owner: string | null;
                                /** @description node types of the triggers of the live version, else of the draft */
                                triggers: string[];
                                /** @description people */
                                inside: number;
                                /** @description people who entered, per day, today last */
                                entered: number[];
                                nextFireAt: string | null;
                                version: number | null;
                                /** @description it has changes that are not published */
                                hasDraft: boolean;
                                /** @description errors of the draft; 0 where it has none */
                                problems: number;
                                /** @description those it may still spend of that are nearly spent, or have no room for somebody */
                                budgets: {
                                    /** @enum {string} */
                                    of: "points" | "messages" | "money";
                                    /** @description by all versions of the journey */
                                    spent: number;
                                    /** @description of money, ISO 4217: then amounts are in its main unit */
                                    currency: string | null;
                                    most: number;
                                    /** @description visits for which there was no room */
                                    refused: number;
                                    /** @description when 80 % was spent; null until then, and again once more is allowed */
                                    alertedAt: string | null;
                                    /** @description since when there is no room for somebody */
                                    stoppedAt: string | null;
                                }[];
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            total: number;
                            /** @description what `after` of the next page must be */
                            next: string | null;
                            /** @description journeys by state, of the same search, folder and label */
                            counts: {
                                [key: string]: number;
                            };
                            folders: {
                                name: string;
                                count: number;
                            }[];
                            labels: {
                                name: string;
                                count: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a journey: empty, from a template, or from a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description absent: the name of the template or document */
                        name?: string;
                        /** @description key of a template */
                        template?: string;
                        /** @description a journey as it was exported */
                        document?: {
                            [key: string]: unknown;
                        };
                        folder?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a draft of what is drawn of a journey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A journey: its draft, what is live, and what may be done */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            folder: string | null;
                            labels: string[];
                            owner: string | null;
                            /** @description what the state of the journey lets anybody do; a role may allow less */
                            allowed: ("edit" | "publish" | "pause" | "resume" | "stop" | "archive" | "retry")[];
                            draft: {
                                document: {
                                    [key: string]: unknown;
                                };
                                /** @description grows with each save; 0: nothing was saved since it was published */
                                revision: number;
                                savedBy: string | null;
                                savedAt: string | null;
                            };
                            hasDraft: boolean;
                            live: {
                                version: number;
                                document: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description newest first */
                            versions: {
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** @description who asked to publish it and who agreed; null where one person published it */
                                approved: {
                                    asker: string;
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, move, label or archive a journey */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        folder?: string | null;
                        labels?: string[];
                        /** @enum {boolean} */
                        archived?: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            folder: string | null;
                            labels: string[];
                            owner: string | null;
                            /** @description what the state of the journey lets anybody do; a role may allow less */
                            allowed: ("edit" | "publish" | "pause" | "resume" | "stop" | "archive" | "retry")[];
                            draft: {
                                document: {
                                    [key: string]: unknown;
                                };
                                /** @description grows with each save; 0: nothing was saved since it was published */
                                revision: number;
                                savedBy: string | null;
                                savedAt: string | null;
                            };
                            hasDraft: boolean;
                            live: {
                                version: number;
                                document: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description newest first */
                            versions: {
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** @description who asked to publish it and who agreed; null where one person published it */
                                approved: {
                                    asker: string;
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live journeys that hand members over to this one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description journeys whose live version names it */
                            journeys: {
                                key: string;
                                name: string;
                                state: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save what is drawn; If-Match names the revision that it began with */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        document: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                            /** Format: date-time */
                            savedAt: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing would refuse or find odd, and how many it would take */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description absent: the saved draft */
                        document?: {
                            [key: string]: unknown;
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description each of them refuses publishing */
                            problems: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                            warnings: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                            /** @description null where no trigger has an audience, or problems hide it */
                            audience: {
                                /** @description members whom the triggers with an audience would take now */
                                size: number;
                            } | null;
                            /** @description of the draft, and of the newest version where the draft has them no more */
                            budgets: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                /** @description by all versions of the journey */
                                spent: number;
                                /** @description of money, ISO 4217: then amounts are in its main unit */
                                currency: string | null;
                                /** @description what the draft allows; null where it has no such budget */
                                most: number | null;
                                /** @description what the newest version allows; null where it has no such budget */
                                before: number | null;
                            }[];
                            /** @description why a second person must publish it; none: whoever may publish does so alone */
                            approval: {
                                /** @enum {string} */
                                why: "audience" | "budget" | "uncounted" | "journey";
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft; If-Match names the revision that was looked at */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description what becomes of those inside; absent: they finish in their version */
                        inFlight?: {
                            /**
                             * @default finish
                             * @enum {string}
                             */
                            policy?: "finish" | "move" | "stop";
                            /** @default {} */
                            targets?: {
                                [key: string]: string | null;
                            };
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            revision: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold all members where they are */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            /** @description whom it concerned */
                            people: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let all members go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            /** @description whom it concerned */
                            people: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the journey for all members inside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            /** @description whom it concerned */
                            people: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set all failed members going again, from where they failed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description people */
                            people: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/in-flight/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing would do to those inside; nothing is changed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default finish
                         * @enum {string}
                         */
                        policy?: "finish" | "move" | "stop";
                        /** @default {} */
                        targets?: {
                            [key: string]: string | null;
                        };
                        /** @description absent: the saved draft */
                        document?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description who are inside, of all versions */
                            people: number;
                            /** @description nodes where somebody stands */
                            crowds: {
                                node: string;
                                name: string;
                                type: string;
                                people: number;
                                /** @description of them, who failed there */
                                failed: number;
                                /** @description node of the new version where they go; null: out, undecided, or they stay */
                                to: string | null;
                                /** @description the new version has the node: it needs no target */
                                isKept: boolean;
                                /** @description of those who wait: stay in their version, go on at once, wait less, as before or longer, leave, or undecided */
                                turns: {
                                    [key: string]: number;
                                };
                            }[];
                            /** @description of those who wait: stay in their version, go on at once, wait less, as before or longer, leave, or undecided */
                            turns: {
                                [key: string]: number;
                            };
                            /** @description a sample was judged, and the others are taken to be like it */
                            isEstimate: boolean;
                            /** @description each of them refuses the move */
                            problems: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/in-flight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the newest move of those inside has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description null: those inside were never moved */
                            move: {
                                version: number;
                                /** @enum {string} */
                                policy: "move" | "stop";
                                /** Format: date-time */
                                at: string;
                                /** @description how many it concerned */
                                people: number;
                                /** @description how many of them are still where they were */
                                left: number;
                                isDone: boolean;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that a second person publish a journey, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "asked" | "approved" | "rejected" | "withdrawn" | "overtaken";
                    /** @description key of a journey */
                    journey?: string;
                    /** @description only what others have asked for */
                    others?: "true";
                    after?: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvals: {
                                id: string;
                                journey: {
                                    key: string;
                                    name: string;
                                    /** @enum {string} */
                                    state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                                };
                                /** @description of the draft that is to be published */
                                revision: number;
                                /** @description the version that was live when it was asked for; null where none was */
                                base: number | null;
                                inFlight: {
                                    /**
                                     * @default finish
                                     * @enum {string}
                                     */
                                    policy: "finish" | "move" | "stop";
                                    /** @default {} */
                                    targets: {
                                        [key: string]: string | null;
                                    };
                                };
                                /** @description members whom the triggers with an audience would have taken then */
                                audience: number | null;
                                /** @description why a second person is needed */
                                reasons: {
                                    /** @enum {string} */
                                    why: "audience" | "budget" | "uncounted" | "journey";
                                    /** @description in the language of Accept-Language: zh-CN or en */
                                    text: string;
                                }[];
                                note: string;
                                askedBy: string;
                                /** Format: date-time */
                                askedAt: string;
                                /** @enum {string} */
                                state: "asked" | "approved" | "rejected" | "withdrawn" | "overtaken";
                                /** @description null while it is open, and where a change overtook it */
                                decidedBy: string | null;
                                decidedAt: string | null;
                                /** @description why it was rejected */
                                answer: string | null;
                                /** @description what it was published as */
                                version: number | null;
                                /** @description what whoever asks for it may do with it */
                                allowed: ("approve" | "reject" | "withdraw")[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many wait for whoever asks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals/{approval}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with what somebody decides by */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    approval: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            journey: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            };
                            /** @description of the draft that is to be published */
                            revision: number;
                            /** @description the version that was live when it was asked for; null where none was */
                            base: number | null;
                            inFlight: {
                                /**
                                 * @default finish
                                 * @enum {string}
                                 */
                                policy: "finish" | "move" | "stop";
                                /** @default {} */
                                targets: {
                                    [key: string]: string | null;
                                };
                            };
                            /** @description members whom the triggers with an audience would have taken then */
                            audience: number | null;
                            /** @description why a second person is needed */
                            reasons: {
                                /** @enum {string} */
                                why: "audience" | "budget" | "uncounted" | "journey";
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                            }[];
                            note: string;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            state: "asked" | "approved" | "rejected" | "withdrawn" | "overtaken";
                            /** @description null while it is open, and where a change overtook it */
                            decidedBy: string | null;
                            decidedAt: string | null;
                            /** @description why it was rejected */
                            answer: string | null;
                            /** @description what it was published as */
                            version: number | null;
                            /** @description what whoever asks for it may do with it */
                            allowed: ("approve" | "reject" | "withdraw")[];
                            /** @description exactly what is published by approving */
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description what was live when it was asked for */
                            before: {
                                [key: string]: unknown;
                            } | null;
                            /** @description what publishing it now would find; null once it is decided */
                            now: {
                                /** @description each of them refuses publishing */
                                problems: {
                                    code: string;
                                    number?: string;
                                    node?: string;
                                    /** @description dotted path in the settings of the node, or in the document */
                                    field?: string;
                                    /** @description in the language of Accept-Language: zh-CN or en */
                                    text: string;
                                    params: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                warnings: {
                                    code: string;
                                    number?: string;
                                    node?: string;
                                    /** @description dotted path in the settings of the node, or in the document */
                                    field?: string;
                                    /** @description in the language of Accept-Language: zh-CN or en */
                                    text: string;
                                    params: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                /** @description null where no trigger has an audience, or problems hide it */
                                audience: {
                                    /** @description members whom the triggers with an audience would take now */
                                    size: number;
                                } | null;
                                /** @description of the draft, and of the newest version where the draft has them no more */
                                budgets: {
                                    /** @enum {string} */
                                    of: "points" | "messages" | "money";
                                    /** @description by all versions of the journey */
                                    spent: number;
                                    /** @description of money, ISO 4217: then amounts are in its main unit */
                                    currency: string | null;
                                    /** @description what the draft allows; null where it has no such budget */
                                    most: number | null;
                                    /** @description what the newest version allows; null where it has no such budget */
                                    before: number | null;
                                }[];
                                /** @description why a second person must publish it; none: whoever may publish does so alone */
                                approval: {
                                    /** @enum {string} */
                                    why: "audience" | "budget" | "uncounted" | "journey";
                                    /** @description in the language of Accept-Language: zh-CN or en */
                                    text: string;
                                }[];
                                /** @description who are inside, of all versions */
                                people: number;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a second person publish the draft; If-Match names its revision */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description what it is for, as the second person reads it */
                        note: string;
                        /** @description what becomes of those inside; absent: they finish in their version */
                        inFlight?: {
                            /**
                             * @default finish
                             * @enum {string}
                             */
                            policy?: "finish" | "move" | "stop";
                            /** @default {} */
                            targets?: {
                                [key: string]: string | null;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals/{approval}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a request, and publish exactly what was asked for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    approval: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "in-review" | "scheduled" | "running" | "paused" | "draining" | "stopping" | "finished" | "archived";
                            revision: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals/{approval}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a request, saying why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    approval: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description why, as whoever asked reads it */
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approvals/{approval}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one has asked for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    approval: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/approval-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a journey takes a second person to publish */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            audienceAbove?: number;
                            /** @default [] */
                            budgetsAbove: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                most: number;
                            }[];
                            /**
                             * @default publish
                             * @enum {string}
                             */
                            uncounted: "publish" | "ask";
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Put rules in place of those there were: they hold at once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        audienceAbove?: number;
                        /** @default [] */
                        budgetsAbove?: {
                            /** @enum {string} */
                            of: "points" | "messages" | "money";
                            most: number;
                        }[];
                        /**
                         * @default publish
                         * @enum {string}
                         */
                        uncounted?: "publish" | "ask";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            audienceAbove?: number;
                            /** @default [] */
                            budgetsAbove: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                most: number;
                            }[];
                            /**
                             * @default publish
                             * @enum {string}
                             */
                            uncounted: "publish" | "ask";
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People at each node, messages and points in days to come, if members do again what they did */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description how far to look ahead
                         * @default 30
                         */
                        days?: number;
                        /** @description absent: the saved draft */
                        document?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            zone: string;
                            /** @description of a thousand members, how many were looked at; the numbers stand for all */
                            perMille: number;
                            /** @description at the end of the time */
                            nodes: {
                                [key: string]: {
                                    /** @description by an edge, as newcomers, or put here by hand */
                                    entered: number;
                                    /** @description people */
                                    waiting: number;
                                    /** @description people */
                                    failed: number;
                                    /** @description by outcome */
                                    out: {
                                        [key: string]: number;
                                    };
                                    /** @description by another way: exit, goal, stopped, moved-out, pulled-out, pushed-out, merged, erased */
                                    left: {
                                        [key: string]: number;
                                    };
                                    /** @description branches that refunds began at its outcome reversed, beside where the member stands */
                                    reversed: number;
                                };
                            };
                            totals: {
                                /** @description people */
                                entered: number;
                                /** @description waiting and failed */
                                inside: number;
                                /** @description people */
                                waiting: number;
                                /** @description people */
                                failed: number;
                                /** @description entered today */
                                today: number;
                                /** @description branches that refunds began: inside, and not entered */
                                reversed: number;
                            };
                            /** @description ids of triggers of which the past does not tell who would come: they let nobody in here */
                            unforetold: string[];
                            /** @description who would come and not be let in, by reason */
                            refused: {
                                [key: string]: number;
                            };
                            days: {
                                /** Format: date */
                                day: string;
                                entered: number;
                                completed: number;
                                /** @description by channel */
                                messages: {
                                    [key: string]: number;
                                };
                                /** @description by account */
                                points: {
                                    [key: string]: number;
                                };
                            }[];
                            /** @description money in the main unit of the currency of the workspace */
                            budgets: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                most: number;
                                /** @description spent already */
                                before: number;
                                /** @description at the end of the time */
                                spent: number;
                                /** @description the day on which somebody is refused first; null: there is room for all */
                                outOn: string | null;
                                /** @description visits for which there is no room */
                                refused: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next five times of a trigger, or of a wait for days and hours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description node type */
                        type: string;
                        /** @description of the node, complete */
                        settings: {
                            [key: string]: unknown;
                        };
                        /** @description of the journey */
                        zone: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description what the times are: a trigger fires, a wait lets people go on, a trigger fires and it is the day of somebody
                             * @enum {string}
                             */
                            of: "fires" | "openings" | "people";
                            /** @description that they are meant in */
                            zone: string;
                            /** @description the next five; fewer where they end */
                            times: {
                                /** Format: date-time */
                                at: string;
                                /** @description whose day it is then; null where all of an audience are taken at once */
                                people: number | null;
                                /** @description it goes by holidays that are not known yet, and may move once they are written */
                                guessed: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who entered, left, waits and failed at each node of a version, the live one unless told */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            version: number;
                            nodes: {
                                [key: string]: {
                                    /** @description by an edge, as newcomers, or put here by hand */
                                    entered: number;
                                    /** @description people */
                                    waiting: number;
                                    /** @description people */
                                    failed: number;
                                    /** @description by outcome */
                                    out: {
                                        [key: string]: number;
                                    };
                                    /** @description by another way: exit, goal, stopped, moved-out, pulled-out, pushed-out, merged, erased */
                                    left: {
                                        [key: string]: number;
                                    };
                                    /** @description branches that refunds began at its outcome reversed, beside where the member stands */
                                    reversed: number;
                                };
                            };
                            totals: {
                                /** @description people */
                                entered: number;
                                /** @description waiting and failed */
                                inside: number;
                                /** @description people */
                                waiting: number;
                                /** @description people */
                                failed: number;
                                /** @description entered today */
                                today: number;
                                /** @description branches that refunds began: inside, and not entered */
                                reversed: number;
                            };
                            /** @description the primary one first. Who entered, and neither reached it nor is over, may reach it yet */
                            goals: {
                                /** @description people */
                                entered: number;
                                /** @description people */
                                reached: number;
                                id: string;
                                name: string;
                                /** @description of those whose time for it is over, by whole days of entering; the others may reach it yet */
                                over: {
                                    /** @description people */
                                    entered: number;
                                    /** @description people */
                                    reached: number;
                                };
                            }[];
                            /** @description what the journey has spent in all its versions */
                            budgets: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                /** @description by all versions of the journey */
                                spent: number;
                                /** @description of money, ISO 4217: then amounts are in its main unit */
                                currency: string | null;
                                most: number;
                                /** @description visits for which there was no room */
                                refused: number;
                                /** @description when 80 % was spent; null until then, and again once more is allowed */
                                alertedAt: string | null;
                                /** @description since when there is no room for somebody */
                                stoppedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per node, day and version */
        get: {
            parameters: {
                query?: {
                    /** @description first day; absent: since the beginning */
                    from?: string;
                    /** @description last day, included */
                    to?: string;
                    /** @description absent: all versions, nodes matched by id */
                    version?: number;
                };
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            /** @description in the order they are walked. Waiting and failed are of now, whatever the days */
                            nodes: {
                                /** @description by an edge, as newcomers, or put here by hand */
                                entered: number;
                                /** @description people */
                                waiting: number;
                                /** @description people */
                                failed: number;
                                /** @description by outcome */
                                out: {
                                    [key: string]: number;
                                };
                                /** @description by another way: exit, goal, stopped, moved-out, pulled-out, pushed-out, merged, erased */
                                left: {
                                    [key: string]: number;
                                };
                                /** @description branches that refunds began at its outcome reversed, beside where the member stands */
                                reversed: number;
                                id: string;
                                name: string;
                                type: string;
                                /** @description how long people stayed who left lately; null where nobody waited */
                                medianMs: number | null;
                            }[];
                            days: {
                                /** Format: date */
                                day: string;
                                /** @description people */
                                entered: number;
                                /** @description people */
                                completed: number;
                                left: {
                                    [key: string]: number;
                                };
                                failed: number;
                            }[];
                            versions: {
                                version: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** @description people */
                                entered: number;
                                /** @description people */
                                completed: number;
                                /** @description people */
                                inside: number;
                            }[];
                            /** @description the primary one first; of those who entered on the days asked for */
                            goals: {
                                /** @description people */
                                entered: number;
                                /** @description people */
                                reached: number;
                                /** @description of those whose time for it is over, by whole days of entering; the others may reach it yet */
                                over: {
                                    /** @description people */
                                    entered: number;
                                    /** @description people */
                                    reached: number;
                                };
                                /** @description what reaching it is worth; null where the goal names no property */
                                value: number | null;
                                id: string;
                                name: string;
                                /** @description those who were held out: measured, and not walked */
                                heldOut: {
                                    /** @description people */
                                    entered: number;
                                    /** @description people */
                                    reached: number;
                                    /** @description of those whose time for it is over, by whole days of entering; the others may reach it yet */
                                    over: {
                                        /** @description people */
                                        entered: number;
                                        /** @description people */
                                        reached: number;
                                    };
                                    /** @description what reaching it is worth; null where the goal names no property */
                                    value: number | null;
                                };
                                /** @description of the shares that reach it, against those held out, with its 95 % interval; of those whose time is over */
                                lift: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                                versions: {
                                    /** @description people */
                                    entered: number;
                                    /** @description people */
                                    reached: number;
                                    version: number;
                                }[];
                                /** @description by the day of entering */
                                days: {
                                    /** @description people */
                                    entered: number;
                                    /** @description people */
                                    reached: number;
                                    /** Format: date */
                                    day: string;
                                }[];
                            }[];
                            totals: {
                                /** @description people */
                                entered: number;
                                /** @description waiting and failed */
                                inside: number;
                                /** @description people */
                                waiting: number;
                                /** @description people */
                                failed: number;
                                /** @description entered today */
                                today: number;
                                /** @description branches that refunds began: inside, and not entered */
                                reversed: number;
                                /** @description people */
                                completed: number;
                            };
                            /** @description what the journey has spent in all its versions */
                            budgets: {
                                /** @enum {string} */
                                of: "points" | "messages" | "money";
                                /** @description by all versions of the journey */
                                spent: number;
                                /** @description of money, ISO 4217: then amounts are in its main unit */
                                currency: string | null;
                                most: number;
                                /** @description visits for which there was no room */
                                refused: number;
                                /** @description when 80 % was spent; null until then, and again once more is allowed */
                                alertedAt: string | null;
                                /** @description since when there is no room for somebody */
                                stoppedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/goals/{goal}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reached a goal, or entered and did not */
        get: {
            parameters: {
                query: {
                    reached: "true" | "false";
                    /** @description absent: all that have the goal */
                    version?: number;
                    after?: string;
                };
                header?: never;
                path: {
                    ws: string;
                    key: string;
                    goal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                enrolment: string;
                                member: string;
                                name: string | null;
                                identity: {
                                    namespace: string;
                                    value: string;
                                } | null;
                                /** @description how often the member has entered, this time included */
                                entry: number;
                                version: number;
                                /**
                                 * Format: date-time
                                 * @description when the goal was reached, else when they entered
                                 */
                                at: string;
                                heldOut: boolean;
                                value: number | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as CSV, safe for spreadsheets */
        get: {
            parameters: {
                query?: {
                    /** @description first day; absent: since the beginning */
                    from?: string;
                    /** @description last day, included */
                    to?: string;
                    /** @description absent: all versions, nodes matched by id */
                    version?: number;
                    rows?: "nodes" | "days" | "versions" | "goals";
                };
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/nodes/{node}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits at a node, failed there or left it */
        get: {
            parameters: {
                query: {
                    /** @description of `text`; without it Accept-Language says */
                    language?: "zh-CN" | "en";
                    state: "waiting" | "failed" | "left";
                    /** @description of those who left: by which outcome, or special way */
                    outcome?: string;
                    /** @description part of a name, or of an identity such as an e-mail address */
                    search?: string;
                    /** @description absent: in whatever version they are */
                    version?: number;
                    after?: string;
                };
                header?: never;
                path: {
                    ws: string;
                    key: string;
                    node: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                enrolment: string;
                                member: string;
                                name: string | null;
                                identity: {
                                    namespace: string;
                                    value: string;
                                } | null;
                                /** @description how often the member has entered, this time included */
                                entry: number;
                                version: number;
                                /**
                                 * Format: date-time
                                 * @description arrived at, or of those who left: left at
                                 */
                                at: string;
                                wakesAt: string | null;
                                outcome: string | null;
                                /** @description of those who failed: why */
                                reason: string | null;
                                /** @description when they go on and by what, why they failed, or which way they left */
                                text: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/nodes/{node}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set all who failed at a node going again, from there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                    node: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description people */
                            people: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/people/pull-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take people out of a journey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enrolments: {
                            member: string;
                            enrolment: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description people */
                            done: number;
                            /** @description enrolments that were not there any more, or not as the order needs them */
                            missed: string[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/people/push-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send people on by the main outcome of where they stand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enrolments: {
                            member: string;
                            enrolment: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description people */
                            done: number;
                            /** @description enrolments that were not there any more, or not as the order needs them */
                            missed: string[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/people/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set failed people going again, from where they failed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enrolments: {
                            member: string;
                            enrolment: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description people */
                            done: number;
                            /** @description enrolments that were not there any more, or not as the order needs them */
                            missed: string[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tests of the live version, with their results */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            trials: {
                                node: string;
                                name: string;
                                event: string;
                                within: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day" | "week" | "month";
                                };
                                /** @description path of the number that arms are compared by; null: by conversions */
                                revenue: string | null;
                                /** @description people an arm needs at the least */
                                minimum: number;
                                /** @enum {string} */
                                picks: "by-hand" | "at-horizon";
                                /** Format: date-time */
                                since: string;
                                /**
                                 * Format: date-time
                                 * @description judged once, then; nobody is looked at after it
                                 */
                                dueAt: string;
                                judged: boolean;
                                /** @description gets the newcomers */
                                winner: {
                                    arm: string;
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                } | null;
                                /** @description the arm that the rule found at the horizon */
                                best: string | null;
                                /** @description why no arm is better so far */
                                undecided: ("too-few" | "sample-ratio" | "no-difference") | null;
                                sampleRatio: {
                                    p: number;
                                    mismatch: boolean;
                                };
                                arms: {
                                    id: string;
                                    name: string;
                                    percent: number;
                                    baseline: boolean;
                                    /** @description people */
                                    drawn: number;
                                    /** @description whose time for the goal is over; what follows is theirs */
                                    measured: number;
                                    /** @description people */
                                    conversions: number;
                                    revenue: number;
                                    /** @description against the baseline, 95 % over all comparisons: of rates, or of revenue a person */
                                    lift: {
                                        difference: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/journeys/{key}/trials/{node}/winner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an arm the newcomers; those in an arm stay there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                    key: string;
                    node: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description null: newcomers are drawn again */
                        arm: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            arm: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journeys to begin with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: {
                                "zh-CN": string;
                                en: string;
                            };
                            description: {
                                "zh-CN": string;
                                en: string;
                            };
                            document: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            problems?: {
                                code: string;
                                number?: string;
                                node?: string;
                                /** @description dotted path in the settings of the node, or in the document */
                                field?: string;
                                /** @description in the language of Accept-Language: zh-CN or en */
                                text: string;
                                params: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                            document: {
                                [key: string]: unknown;
                            };
                            /** @description grows with each save; 0: nothing was saved since it was published */
                            revision: number;
                            savedBy: string | null;
                            savedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members, newest first, or those who are searched for */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    after?: string;
                    /** @description the beginning of a name or an identity, or a number */
                    search?: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                id: string;
                                name: string | null;
                                status: string;
                                /** @description one of each namespace */
                                identities: {
                                    [key: string]: string;
                                };
                                /** @description the newest four */
                                tags: string[];
                                /** @description spendable ones */
                                points: number;
                                /** Format: date-time */
                                createdAt: string;
                                lastEventAt: string | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                            /** @description members of the workspace; null on later pages and for a search */
                            total: number | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a member */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                            /** Format: date-time */
                            createdAt: string;
                            attributes: {
                                [key: string]: unknown;
                            };
                            identities: {
                                namespace: string;
                                value: string;
                            }[];
                            tags: {
                                tag: string;
                                source: string;
                                /** Format: date-time */
                                at: string;
                                expiresAt: string | null;
                            }[];
                            points: {
                                account: string;
                                balance: number;
                                /** @description the next of them to be lost */
                                lapses: {
                                    /** Format: date-time */
                                    at: string;
                                    points: number;
                                } | null;
                            }[];
                            consents: {
                                channel: string;
                                purpose: string;
                                granted: boolean;
                                source: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a member, newest first: events, messages, points, tags, journeys */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    before?: string;
                    /** @description some of event, message, points, tags, entered, left, separated by commas; all where absent */
                    kinds?: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: ({
                                /** @enum {string} */
                                kind: "event";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                name: string;
                                properties: {
                                    [key: string]: unknown;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "message";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                channel: string;
                                state: string;
                                reason: string | null;
                                node: string;
                            } | {
                                /** @enum {string} */
                                kind: "points";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                account: string;
                                amount: number;
                                reason: string;
                                /** @description of points that a refund took back */
                                refund: {
                                    order: string;
                                    id: string;
                                    /** @description due, and could not be taken back */
                                    missed: number;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "tags";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                added: string[];
                                removed: string[];
                                /** @description all others were taken off */
                                replaced: boolean;
                            } | {
                                /** @enum {string} */
                                kind: "entered";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                enrolment: string;
                                entry: number;
                            } | {
                                /** @enum {string} */
                                kind: "left";
                                id: string;
                                /** Format: date-time */
                                at: string;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                enrolment: string;
                                entry: number;
                                state: string;
                                reason: string | null;
                            })[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to a member, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    before?: string;
                    /** @description `inbox`: the member’s inbox */
                    channel?: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                id: string;
                                channel: string;
                                purpose: string;
                                state: string;
                                reason: string | null;
                                /** Format: date-time */
                                plannedAt: string;
                                settledAt: string | null;
                                journey: {
                                    key: string;
                                    name: string;
                                };
                                enrolment: string;
                                node: string;
                                content: {
                                    title: string;
                                    text: string;
                                } | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journeys a member is or was in, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    after?: string;
                    /** @description of `text`; without it Accept-Language says */
                    language?: "zh-CN" | "en";
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                enrolment: string;
                                journey: {
                                    key: string;
                                    name: string;
                                    state: string;
                                };
                                version: number;
                                entry: number;
                                state: string;
                                reason: string | null;
                                /** Format: date-time */
                                enteredAt: string;
                                endedAt: string | null;
                                stands: {
                                    node: string;
                                    failed: boolean;
                                    wakesAt: string | null;
                                } | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                            /** @description of those it is not in now; null on later pages */
                            whyNot: {
                                journey: {
                                    key: string;
                                    name: string;
                                    state: string;
                                };
                                because: {
                                    /** @enum {string} */
                                    kind: "inside";
                                    /** Format: date-time */
                                    enteredAt: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "not-running";
                                    state: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "refused";
                                    /** Format: date-time */
                                    at: string;
                                    reason: string;
                                    event: string | null;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                } | {
                                    /** @enum {string} */
                                    kind: "left";
                                    /** Format: date-time */
                                    enteredAt: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "held-out";
                                    /** Format: date-time */
                                    at: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "not-in-audience";
                                    /** Format: date-time */
                                    at: string;
                                    segments: {
                                        key: string;
                                        name: string;
                                        /** @enum {string} */
                                        use: "include" | "exclude";
                                        holds: boolean;
                                        /** @description the parts that are not met */
                                        unmet: {
                                            [key: string]: unknown;
                                        }[];
                                        /** @description what is there instead; a value that is missing is absent */
                                        found: {
                                            [key: string]: unknown;
                                        };
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    kind: "not-yet";
                                    at: string | null;
                                } | {
                                    /** @enum {string} */
                                    kind: "no-day";
                                    attribute: string;
                                    unreadable: boolean;
                                } | {
                                    /** @enum {string} */
                                    kind: "own-day";
                                    attribute: string | null;
                                    origin: string;
                                    taken: {
                                        year: number;
                                        /** Format: date-time */
                                        at: string;
                                    } | null;
                                    passed: string | null;
                                    next: string | null;
                                    segments: {
                                        key: string;
                                        name: string;
                                        /** @enum {string} */
                                        use: "include" | "exclude";
                                        holds: boolean;
                                        /** @description the parts that are not met */
                                        unmet: {
                                            [key: string]: unknown;
                                        }[];
                                        /** @description what is there instead; a value that is missing is absent */
                                        found: {
                                            [key: string]: unknown;
                                        };
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    kind: "no-event";
                                    asked: {
                                        event: string;
                                        /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                                        filter?: {
                                            [key: string]: unknown;
                                        };
                                    }[];
                                    /** Format: date-time */
                                    since: string;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                } | {
                                    /** @enum {string} */
                                    kind: "not-crossed";
                                    /** @enum {string} */
                                    way: "entered" | "left";
                                    /** Format: date-time */
                                    since: string;
                                    segments: {
                                        key: string;
                                        name: string;
                                        /** @enum {string} */
                                        use: "include" | "exclude";
                                        holds: boolean;
                                        /** @description the parts that are not met */
                                        unmet: {
                                            [key: string]: unknown;
                                        }[];
                                        /** @description what is there instead; a value that is missing is absent */
                                        found: {
                                            [key: string]: unknown;
                                        };
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    kind: "not-asked";
                                    event: string;
                                    /** Format: date-time */
                                    at: string;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                };
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            }[] | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/journeys/{enrolment}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry explained: what began it, why it went that way, where it stands and what would wake it, or how it ended */
        get: {
            parameters: {
                query?: {
                    /** @description of `text`; without it Accept-Language says */
                    language?: "zh-CN" | "en";
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                    enrolment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enrolment: string;
                            journey: {
                                key: string;
                                name: string;
                                state: string;
                            };
                            /** @description of the journey: the clock of the sentences */
                            zone: string;
                            version: number;
                            entry: number;
                            state: string;
                            reason: string | null;
                            /** Format: date-time */
                            enteredAt: string;
                            endedAt: string | null;
                            /** @description all that matters now: what began it, where it is or how it ended, and its goals */
                            text: string;
                            began: {
                                by: ({
                                    /** @enum {string} */
                                    kind: "event";
                                    name: string;
                                    /** Format: date-time */
                                    at: string;
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                } | {
                                    /** @enum {string} */
                                    kind: "run";
                                    /** Format: date-time */
                                    at: string;
                                }) | null;
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            };
                            visits: {
                                /** Format: date-time */
                                at: string;
                                node: string;
                                outcome: string;
                                outcomeName: string;
                                because: {
                                    [key: string]: unknown;
                                };
                                /** @description until when quiet hours kept it from sending */
                                heldUntil: string | null;
                                /** @description why it left that way, and what held it before */
                                text: string;
                            }[];
                            stands: {
                                node: string;
                                /** Format: date-time */
                                since: string;
                                failed: boolean;
                                wakesAt: string | null;
                                /** @description by quiet hours, from sending a message */
                                held: boolean;
                                /** @description the events that would wake it */
                                listens: {
                                    event: string;
                                    /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                                    filter?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                /** @description how far it has come with what it waits for; none where its node does not tell */
                                soFar: {
                                    [key: string]: unknown;
                                };
                                /** @description where, since when, and how it came there */
                                here: string;
                                /** @description when it goes on and what would wake it; of a failed one why, and how to mend it */
                                next: string;
                            } | null;
                            ended: {
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            } | null;
                            goals: {
                                id: string;
                                name: string;
                                /** Format: date-time */
                                at: string;
                                value: number | null;
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            }[];
                            nodes: {
                                id: string;
                                name: string;
                                type: string;
                                category: string;
                                outcomes: string[];
                            }[];
                            notReached: {
                                node: string;
                                from: string;
                                needed: string[];
                                took: string;
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/why-not/{journey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a member is not in one journey: every refused attempt, and what is not met now */
        get: {
            parameters: {
                query?: {
                    /** @description of `text`; without it Accept-Language says */
                    language?: "zh-CN" | "en";
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                    journey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            journey: {
                                key: string;
                                name: string;
                                state: string;
                            };
                            because: {
                                /** @enum {string} */
                                kind: "inside";
                                /** Format: date-time */
                                enteredAt: string;
                            } | {
                                /** @enum {string} */
                                kind: "not-running";
                                state: string;
                            } | {
                                /** @enum {string} */
                                kind: "refused";
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                event: string | null;
                                /** @description the parts that are not met */
                                unmet: {
                                    [key: string]: unknown;
                                }[];
                                /** @description what is there instead; a value that is missing is absent */
                                found: {
                                    [key: string]: unknown;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "left";
                                /** Format: date-time */
                                enteredAt: string;
                            } | {
                                /** @enum {string} */
                                kind: "held-out";
                                /** Format: date-time */
                                at: string;
                            } | {
                                /** @enum {string} */
                                kind: "not-in-audience";
                                /** Format: date-time */
                                at: string;
                                segments: {
                                    key: string;
                                    name: string;
                                    /** @enum {string} */
                                    use: "include" | "exclude";
                                    holds: boolean;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "not-yet";
                                at: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "no-day";
                                attribute: string;
                                unreadable: boolean;
                            } | {
                                /** @enum {string} */
                                kind: "own-day";
                                attribute: string | null;
                                origin: string;
                                taken: {
                                    year: number;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                passed: string | null;
                                next: string | null;
                                segments: {
                                    key: string;
                                    name: string;
                                    /** @enum {string} */
                                    use: "include" | "exclude";
                                    holds: boolean;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "no-event";
                                asked: {
                                    event: string;
                                    /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                                    filter?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                /** Format: date-time */
                                since: string;
                                /** @description the parts that are not met */
                                unmet: {
                                    [key: string]: unknown;
                                }[];
                                /** @description what is there instead; a value that is missing is absent */
                                found: {
                                    [key: string]: unknown;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "not-crossed";
                                /** @enum {string} */
                                way: "entered" | "left";
                                /** Format: date-time */
                                since: string;
                                segments: {
                                    key: string;
                                    name: string;
                                    /** @enum {string} */
                                    use: "include" | "exclude";
                                    holds: boolean;
                                    /** @description the parts that are not met */
                                    unmet: {
                                        [key: string]: unknown;
                                    }[];
                                    /** @description what is there instead; a value that is missing is absent */
                                    found: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "not-asked";
                                event: string;
                                /** Format: date-time */
                                at: string;
                                /** @description the parts that are not met */
                                unmet: {
                                    [key: string]: unknown;
                                }[];
                                /** @description what is there instead; a value that is missing is absent */
                                found: {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description whole sentences, in the language asked for */
                            text: string;
                            /** @description each that was refused, newest first, up to 100; `event` is null where a run of an audience took the member */
                            attempts: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                event: string | null;
                                /** @description the parts that are not met */
                                unmet: {
                                    [key: string]: unknown;
                                }[];
                                /** @description what is there instead; a value that is missing is absent */
                                found: {
                                    [key: string]: unknown;
                                };
                                /** @description whole sentences, in the language asked for */
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/members/{member}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A copy of a member to simulate a journey with */
        get: {
            parameters: {
                query: {
                    /** @description whose tests’ arms are wanted */
                    journey: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: number;
                            attributes: {
                                [key: string]: unknown;
                            };
                            /** @description epoch milliseconds */
                            joinedAt?: number;
                            /** @description until when each lasts; null for good */
                            tags: {
                                [key: string]: number | null;
                            };
                            points: {
                                spendable: number;
                                growth: number;
                                yearly: number;
                            };
                            /** @description the newest thousand, oldest first */
                            events: {
                                name: string;
                                /** @description epoch milliseconds */
                                at: number;
                                properties: {
                                    [key: string]: unknown;
                                };
                            }[];
                            /** @description by `channel/purpose`: why the member cannot be reached */
                            reach: {
                                [key: string]: string;
                            };
                            /** @description segments and groups that have the member, by `kind/key` */
                            sets: {
                                [key: string]: boolean;
                            };
                            /** @description arms of the journey’s tests, by node */
                            arms: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Segments, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            segments: {
                                key: string;
                                name: string;
                                /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                                rule: {
                                    [key: string]: unknown;
                                };
                                /** @description journeys whose live version names it */
                                usedBy: {
                                    key: string;
                                    name: string;
                                    state: string;
                                }[];
                                /** @description whom it held when it was computed last; null where nobody asked for that yet */
                                computed: {
                                    computedAt: string | null;
                                    nextAt: string | null;
                                    size: number | null;
                                    /** @description how often it is computed; null: on request only */
                                    every: ("hour" | "day") | null;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/segments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One segment, with its ETag */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                            /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                            rule: {
                                [key: string]: unknown;
                            };
                            /** @description journeys whose live version names it */
                            usedBy: {
                                key: string;
                                name: string;
                                state: string;
                            }[];
                            /** @description whom it held when it was computed last; null where nobody asked for that yet */
                            computed: {
                                computedAt: string | null;
                                nextAt: string | null;
                                size: number | null;
                                /** @description how often it is computed; null: on request only */
                                every: ("hour" | "day") | null;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Make a segment (without If-Match), or change it for everybody who uses it */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                        rule: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /** Delete a segment that no live journey uses */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/segments/{key}/compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a segment computed now, and from then on as often */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description how often it is computed; null: on request only */
                        every: ("hour" | "day") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/segments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many members a rule holds for now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                        rule: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/segments/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The members a rule holds for now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description a rule: { all }, { any }, { not }, { field, op, value } or { events } */
                        rule: {
                            [key: string]: unknown;
                        };
                        after?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                id: string;
                                name: string | null;
                                status: string;
                                /** @description one of each namespace */
                                identities: {
                                    [key: string]: string;
                                };
                                /** @description the newest four */
                                tags: string[];
                                /** @description spendable ones */
                                points: number;
                                /** Format: date-time */
                                createdAt: string;
                                lastEventAt: string | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                key: string;
                                name: string;
                                /** @description members in it */
                                size: number;
                                /** Format: date-time */
                                updatedAt: string;
                                /** @description journeys whose live version names it */
                                usedBy: {
                                    key: string;
                                    name: string;
                                    state: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a group with nobody in it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/groups/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                            /** @description members in it */
                            size: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description journeys whose live version names it */
                            usedBy: {
                                key: string;
                                name: string;
                                state: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a group that no live journey uses */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Call a group another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/w/{ws}/groups/{key}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a group */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                id: string;
                                name: string | null;
                                status: string;
                                /** @description one of each namespace */
                                identities: {
                                    [key: string]: string;
                                };
                                /** @description the newest four */
                                tags: string[];
                                /** @description spendable ones */
                                points: number;
                                /** Format: date-time */
                                createdAt: string;
                                lastEventAt: string | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/groups/{key}/members/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put members into a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        members: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description members that were put in, or taken out */
                            changed: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/groups/{key}/members/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take members out of a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        members: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description members that were put in, or taken out */
                            changed: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/groups/{key}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the people of a list into a group: CSV whose columns, or JSON whose keys, name identities */
        post: {
            parameters: {
                query: {
                    /** @description what becomes of the good lines where some are bad */
                    bad: "keep-good" | "keep-nothing";
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": string | {
                        people: {
                            [key: string]: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: number;
                            added: number;
                            already: number;
                            rejected: number;
                            /** @description the first hundred */
                            problems: {
                                line: number;
                                /** @enum {string} */
                                code: "unreadable" | "names-nobody" | "bad-value" | "unknown";
                                detail: string;
                            }[];
                            /** @description false where lines were bad and nothing was to be kept then */
                            kept: boolean;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attributes, tags, events and their properties as a sample shows them; segments; groups; journeys that take calls; accounts; colleagues */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                name: string;
                                /** @enum {string} */
                                type: "text" | "number" | "boolean" | "date";
                                /** @description values that several share */
                                samples: (string | number | boolean)[];
                            }[];
                            tags: string[];
                            events: {
                                name: string;
                                properties: {
                                    name: string;
                                    /** @enum {string} */
                                    type: "text" | "number" | "boolean" | "date";
                                    /** @description values that several share */
                                    samples: (string | number | boolean)[];
                                }[];
                            }[];
                            segments: {
                                key: string;
                                name: string;
                                /** @description when its set was computed last; null: not yet */
                                computedAt: string | null;
                            }[];
                            groups: {
                                key: string;
                                name: string;
                            }[];
                            /** @description those that take calls */
                            journeys: {
                                key: string;
                                name: string;
                            }[];
                            accounts: {
                                key: string;
                                channel: string;
                            }[];
                            /** @description colleagues, by their ids */
                            people: {
                                key: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sending accounts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                key: string;
                                channel: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services that journeys may call */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connections: {
                                key: string;
                                name: string;
                                url: string;
                                timeoutSeconds: number;
                                /** @description names of the headers that go with every call; their values are never told */
                                headers: string[];
                                /** @description how many calls journeys make at the most; null: as many as there are */
                                pace: {
                                    calls: number;
                                    /** @enum {string} */
                                    per: "second" | "minute";
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/connections/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a connection, or change it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uri */
                        url: string;
                        /** @default 10 */
                        timeoutSeconds?: number;
                        /** @description in place of those there were, which stay where it is absent */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @description how many calls journeys make at the most; null: as many as there are; absent: as it was */
                        pace?: {
                            calls: number;
                            /** @enum {string} */
                            per: "second" | "minute";
                        } | null;
                        /** @description a new signing secret: the old one holds no more */
                        renew?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description the signing secret where it is new: shown this once */
                            secret: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /** Delete a connection that no journey uses, live or drawn */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/connections/{key}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a service as a journey would, about nobody, marked by the header Waymark-Test */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description put after the address of the service
                         * @default
                         */
                        path?: string;
                        /** @description what is sent as JSON */
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description again: a journey would try once more, up to five times
                             * @enum {string}
                             */
                            went: "well" | "wrong" | "again";
                            /** @description HTTP status; null where nothing was answered */
                            status: number | null;
                            /** @description how long it took */
                            ms: number;
                            /** @description why it did not go well, as a code */
                            reason: string | null;
                            /** @description the beginning of what was answered */
                            body: string;
                            /** @description there was more */
                            isCut: boolean;
                            isJson: boolean;
                            /** @description what a node could take of the answer, the first fifty */
                            fields: {
                                /** @description its path in the answer, as a node names it */
                                from: string;
                                /** @enum {string} */
                                type: "text" | "number" | "boolean";
                                value: string | number | boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holidays of the years that are known */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description years whose holidays are known: in others weekdays alone answer */
                            years: number[];
                            /** @description those of them that the workspace has written itself */
                            own: number[];
                            /** @description days off of holidays, and days of weekends that are worked for them */
                            days: {
                                /** Format: date */
                                date: string;
                                /** @enum {string} */
                                is: "off" | "work";
                                name: string;
                                /**
                                 * @description the statutory holiday that it belongs to, where the name does not say it
                                 * @enum {string}
                                 */
                                holiday?: "new-year" | "spring-festival" | "qingming" | "labour-day" | "dragon-boat" | "mid-autumn" | "national-day";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Put whole years in place of what was known of them; other years stay */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        years: number[];
                        days: {
                            /** Format: date */
                            date: string;
                            /** @enum {string} */
                            is: "off" | "work";
                            name: string;
                            /** @enum {string} */
                            holiday?: "new-year" | "spring-festival" | "qingming" | "labour-day" | "dragon-boat" | "mid-autumn" | "national-day";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description years whose holidays are known: in others weekdays alone answer */
                            years: number[];
                            /** @description those of them that the workspace has written itself */
                            own: number[];
                            /** @description days off of holidays, and days of weekends that are worked for them */
                            days: {
                                /** Format: date */
                                date: string;
                                /** @enum {string} */
                                is: "off" | "work";
                                name: string;
                                /**
                                 * @description the statutory holiday that it belongs to, where the name does not say it
                                 * @enum {string}
                                 */
                                holiday?: "new-year" | "spring-festival" | "qingming" | "labour-day" | "dragon-boat" | "mid-autumn" | "national-day";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/holidays/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget what was written of a year */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                    year: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description years whose holidays are known: in others weekdays alone answer */
                            years: number[];
                            /** @description those of them that the workspace has written itself */
                            own: number[];
                            /** @description days off of holidays, and days of weekends that are worked for them */
                            days: {
                                /** Format: date */
                                date: string;
                                /** @enum {string} */
                                is: "off" | "work";
                                name: string;
                                /**
                                 * @description the statutory holiday that it belongs to, where the name does not say it
                                 * @enum {string}
                                 */
                                holiday?: "new-year" | "spring-festival" | "qingming" | "labour-day" | "dragon-boat" | "mid-autumn" | "national-day";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own notices, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    before?: string;
                    /** @description of `text`; without it Accept-Language says */
                    language?: "zh-CN" | "en";
                };
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                            notices: {
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description when it was told last
                                 */
                                at: string;
                                title: string;
                                /** @description where it comes from, and how often */
                                detail: string;
                                read: boolean;
                                journey: {
                                    key: string;
                                    name: string;
                                } | null;
                                /** @description id of the first member it is about */
                                member: string | null;
                            }[];
                            /** @description where the next page begins; null after the last */
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ids; all where absent */
                        notices?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/refund-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which events are refunds, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @default [
                             *       "order refunded",
                             *       "Order Refunded"
                             *     ]
                             */
                            events: string[];
                            order?: string;
                            refund?: string;
                            amount?: string;
                            /** @default [] */
                            belowZero: ("spendable" | "growth" | "yearly")[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Say anew which events are refunds; absent fields have their defaults again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default [
                         *       "order refunded",
                         *       "Order Refunded"
                         *     ]
                         */
                        events?: string[];
                        order?: string;
                        refund?: string;
                        amount?: string;
                        /** @default [] */
                        belowZero?: ("spendable" | "growth" | "yearly")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @default [
                             *       "order refunded",
                             *       "Order Refunded"
                             *     ]
                             */
                            events: string[];
                            order?: string;
                            refund?: string;
                            amount?: string;
                            /** @default [] */
                            belowZero: ("spendable" | "growth" | "yearly")[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/first-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which attributes hold when members first did something */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default [] */
                            dates: {
                                attribute: string;
                                events: string[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Say anew which first dates are kept. What members did before is gone through in the background; an attribute that is left out keeps what it holds */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        dates?: {
                            attribute: string;
                            events: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default [] */
                            dates: {
                                attribute: string;
                                events: string[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/w/{ws}/sending-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When messages do not go, where a journey says nothing else */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            quietHours?: {
                                hours?: {
                                    from: string;
                                    to: string;
                                };
                                /** @default [] */
                                weekdays: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                                /**
                                 * @default any
                                 * @enum {string}
                                 */
                                days: "any" | "workday" | "day-off";
                                /**
                                 * @default hold
                                 * @enum {string}
                                 */
                                meanwhile: "hold" | "skip";
                            };
                            /** @default [] */
                            caps: {
                                /** @enum {string} */
                                of: "company" | "journey" | "inbox" | "email";
                                most: number;
                                /** @enum {string} */
                                per: "day" | "week";
                            }[];
                            prices?: {
                                /**
                                 * @default CNY
                                 * @enum {string}
                                 */
                                currency: "CNY" | "HKD" | "TWD" | "USD" | "EUR" | "GBP" | "JPY" | "SGD";
                                /** @default {} */
                                messages: {
                                    inbox?: number;
                                    email?: number;
                                };
                                points?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Put rules in place of those there were: they hold at once, for running journeys too */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description key of the workspace */
                    ws: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quietHours?: {
                            hours?: {
                                from: string;
                                to: string;
                            };
                            /** @default [] */
                            weekdays?: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                            /**
                             * @default any
                             * @enum {string}
                             */
                            days?: "any" | "workday" | "day-off";
                            /**
                             * @default hold
                             * @enum {string}
                             */
                            meanwhile?: "hold" | "skip";
                        };
                        /** @default [] */
                        caps?: {
                            /** @enum {string} */
                            of: "company" | "journey" | "inbox" | "email";
                            most: number;
                            /** @enum {string} */
                            per: "day" | "week";
                        }[];
                        prices?: {
                            /**
                             * @default CNY
                             * @enum {string}
                             */
                            currency?: "CNY" | "HKD" | "TWD" | "USD" | "EUR" | "GBP" | "JPY" | "SGD";
                            /** @default {} */
                            messages?: {
                                inbox?: number;
                                email?: number;
                            };
                            points?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            quietHours?: {
                                hours?: {
                                    from: string;
                                    to: string;
                                };
                                /** @default [] */
                                weekdays: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                                /**
                                 * @default any
                                 * @enum {string}
                                 */
                                days: "any" | "workday" | "day-off";
                                /**
                                 * @default hold
                                 * @enum {string}
                                 */
                                meanwhile: "hold" | "skip";
                            };
                            /** @default [] */
                            caps: {
                                /** @enum {string} */
                                of: "company" | "journey" | "inbox" | "email";
                                most: number;
                                /** @enum {string} */
                                per: "day" | "week";
                            }[];
                            prices?: {
                                /**
                                 * @default CNY
                                 * @enum {string}
                                 */
                                currency: "CNY" | "HKD" | "TWD" | "USD" | "EUR" | "GBP" | "JPY" | "SGD";
                                /** @default {} */
                                messages: {
                                    inbox?: number;
                                    email?: number;
                                };
                                points?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            errors?: {
                                pointer: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
