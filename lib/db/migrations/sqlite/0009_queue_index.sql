DROP INDEX `memories_due`;--> statement-breakpoint
CREATE INDEX `memories_queue` ON `memories` (`user_id`,`phase`,`due_day`,`card_id`,`due_at`,`stability`,`difficulty`,`last_day`,`buried_until`,`suspended_at`);--> statement-breakpoint
CREATE INDEX `memories_due` ON `memories` (`user_id`,`due_at`,`due_day`,`phase`,`suspended_at`,`card_id`);--> statement-breakpoint
DROP INDEX `reviews_user_day`;--> statement-breakpoint
CREATE INDEX `reviews_user_day` ON `reviews` (`user_id`,`study_day`,`seq`,`undone_at`,`kind`,`phase`,`grade`,`taken_ms`,`family`,`card_id`,`id`,("before" ->> '$.stability'),("before" ->> '$.lastDay'));