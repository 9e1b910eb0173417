CREATE TABLE `marks` (
	`user_id` text NOT NULL,
	`card_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer,
	`due_day` integer,
	PRIMARY KEY(`user_id`, `card_id`, `seq`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `marks` (`user_id`, `card_id`, `seq`, `kind`, `at`) SELECT `user_id`, `card_id`, `since_seq`, 'reset', 0 FROM `memories` WHERE `since_seq` > 0;
