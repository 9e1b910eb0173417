CREATE TABLE `sets` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`card_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sets_user` ON `sets` (`user_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `reviews` ADD `set_id` text REFERENCES sets(id);--> statement-breakpoint
CREATE INDEX `reviews_set` ON `reviews` (`set_id`,`seq`) WHERE "reviews"."set_id" is not null;